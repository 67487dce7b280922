"""Reading aloud through a program; here one of the test's own stands for it."""

import os
import shutil
import sys
import time
import wave

import pytest

from reader.study.errors import CannotSpeak, NoVoice
from reader.study.speech import Engine, find_programs, find_voice, speak
from tests.study.voices import ESPEAK_VOICES, SPD_VOICES, StandIn, is_running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are for sh")


class Stopped(Exception):  # noqa: N818
    pass


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


def espeak(folder, **how):
    return StandIn(folder, "espeak-ng", ESPEAK_VOICES, **how)


def spd_say(folder, voices=SPD_VOICES, **how):
    return StandIn(folder, "spd-say", voices, **how)


def voice_in(folder):
    return find_voice(find_programs(str(folder)))


def test_the_service_of_the_desktop_goes_first(folder):
    espeak(folder)
    spd_say(folder)
    voice = voice_in(folder)
    assert voice.engine is Engine.SPD_SAY
    assert (voice.name, voice.language) == ("Chinese (Mandarin, latin as English)", "cmn")


def test_espeak_is_taken_where_the_service_has_no_chinese(folder):
    espeak(folder)
    spd_say(folder, "\n".join(SPD_VOICES.splitlines()[:3]))
    voice = voice_in(folder)
    assert voice.engine is Engine.ESPEAK
    assert voice.name == "cmn"


@pytest.mark.parametrize("language", ["zh", "zh-CN", "cmn-Hans", "ZH-tw"])
def test_names_of_mandarin(folder, language):
    spd_say(folder, f"NAME LANGUAGE VARIANT\n   Ting {language}   none\n")
    assert voice_in(folder).language == language


@pytest.mark.parametrize("language", ["yue", "zh-yue", "zh-HK", "en", "zhx"])
def test_names_of_other_languages(folder, language):
    spd_say(folder, f"NAME LANGUAGE VARIANT\n   Ting {language}   none\n")
    with pytest.raises(NoVoice):
        voice_in(folder)


def test_without_a_program_it_is_said_what_to_install(folder):
    with pytest.raises(NoVoice) as failed:
        voice_in(folder)
    assert "espeak-ng" in failed.value.advice
    assert failed.value.message_id == "no_voice"


def test_a_program_that_cannot_list_its_voices_has_none(folder):
    spd_say(folder, listing=1)
    with pytest.raises(NoVoice) as failed:
        voice_in(folder)
    assert failed.value.message_id == "no_chinese_voice"


def test_a_program_that_cannot_be_started_has_no_voice(folder):
    (folder / "espeak-ng").write_bytes(b"\x7fELF nonsense")
    (folder / "espeak-ng").chmod(0o755)
    with pytest.raises(NoVoice):
        voice_in(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("你好，世界。", "你好，世界。"),
        ("--help -w /tmp/x", "--help -w /tmp/x"),
        ("分\n两\t行\x00。", "分 两 行 。"),
        ("半个\ud840字", "半个 字"),
        ("[[h@l'oU]]", "[ [h@l'oU]]"),
        ("[[[x", "[ [ [x"),
        ("!-!SET all VOLUME 100", "SET all VOLUME 100"),
        ("好!-!不", "好!-!不"),
    ],
)
@pytest.mark.parametrize("make", [espeak, spd_say])
def test_a_text_is_on_standard_input_alone_and_gives_no_orders(folder, text, said, make):
    program = make(folder)
    speak(voice_in(folder), text)
    assert program.said == [said]
    assert not any(part in argument for argument in program.arguments for part in (text, said))


def test_nothing_is_started_for_nothing(folder):
    program = espeak(folder)
    speak(voice_in(folder), " \n\u3000 ")
    assert program.arguments == []


@pytest.mark.parametrize(("rate", "speed"), [(1.0, "160"), (0.5, "80"), (2.0, "320"), (99, "320")])
def test_the_speed_of_espeak(folder, rate, speed):
    program = espeak(folder)
    speak(voice_in(folder), "你好", rate=rate)
    arguments = program.arguments
    assert arguments[arguments.index("-s") + 1] == speed


@pytest.mark.parametrize(("rate", "speed"), [(1.0, "0"), (0.5, "-100"), (2.0, "100"), (1.25, "25")])
def test_the_speed_of_the_service(folder, rate, speed):
    program = spd_say(folder)
    speak(voice_in(folder), "你好", rate=rate)
    assert f"--rate={speed}" in program.arguments


def stop_when(ready):
    until = time.monotonic() + 20

    def check():
        assert time.monotonic() < until
        if ready():
            raise Stopped

    return check


@pytest.mark.parametrize("make", [espeak, spd_say])
def test_stopping_ends_the_program_with_all_that_it_started(folder, make):
    program = make(folder, after="sleep 60 & echo $! > '{folder}/child'; wait")
    with pytest.raises(Stopped):
        speak(voice_in(folder), "你好", check=stop_when(lambda: program.read("child").strip()))
    child = int(program.read("child"))
    until = time.monotonic() + 5
    while is_running(child):
        assert time.monotonic() < until
    assert bool(program.read("stopped")) is (make is spd_say)


def test_a_program_that_fails_is_told_of(folder):
    espeak(folder, after="exit 3")
    with pytest.raises(CannotSpeak) as failed:
        speak(voice_in(folder), "你好")
    assert "code 3" in failed.value.what


def test_a_program_that_reads_nothing_is_told_of(folder):
    espeak(folder, before="exit 4")
    with pytest.raises(CannotSpeak):
        speak(voice_in(folder), "你好")


def test_without_a_sound_card_espeak_ends_as_if_all_was_well(folder):
    espeak(folder, after="echo 'ALSA lib noise' >&2; echo 'error: No such file' >&2; exit 0")
    with pytest.raises(CannotSpeak) as failed:
        speak(voice_in(folder), "你好")
    assert "No such file" in failed.value.what


def test_noise_about_sound_is_no_failure(folder):
    program = espeak(folder, after="echo 'ALSA lib pcm.c: Unknown PCM' >&2")
    speak(voice_in(folder), "你好")
    assert program.said == ["你好"]


def test_a_program_that_went_away_is_told_of(folder):
    program = espeak(folder)
    voice = voice_in(folder)
    program.path.unlink()
    with pytest.raises(CannotSpeak):
        speak(voice, "你好")


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_the_real_espeak_makes_sound_of_the_text(tmp_path, folder):
    """A wrapper lets the real program write a file: there need be no sound card."""
    real = shutil.which("espeak-ng")
    wrapper = folder / "espeak-ng"
    wrapper.write_text(
        f"#!/bin/sh\ncase $1 in --voices*) exec '{real}' \"$@\";; esac\n"
        f"exec '{real}' -w '{tmp_path}/said.wav' \"$@\"\n"
    )
    wrapper.chmod(0o755)
    voice = voice_in(folder)
    lengths = []
    for rate in (1.0, 2.0):
        speak(voice, "强化使命担当，坚持底线思维。", rate=rate)
        with wave.open(os.fspath(tmp_path / "said.wav")) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())
    assert lengths[0] > 2
    assert lengths[1] < 0.7 * lengths[0]
