"""How a card looks: its two sides and its style, for a telephone and a desk, by day and by night.

Anki marks the night by the class nightMode, older programs for telephones by night_mode.
"""

from __future__ import annotations

FRONT = '<div class="word">{{Word}}</div>'

BACK = """\
<div class="word">{{Coloured}}</div>
{{#Traditional}}<div class="traditional">{{Traditional}}</div>{{/Traditional}}
<div class="pinyin">{{Pinyin}}</div>
<hr id="answer">
<div class="meaning">{{Meaning}}</div>
{{#Sentence}}<div class="sentence" lang="zh-Hans">{{Sentence}}</div>{{/Sentence}}
<div class="source">{{#Level}}<span>{{Level}}</span>{{/Level}}<span>{{Source}}</span></div>"""

STYLE = """\
.card {
  --ink: #211f1c; --muted: #665f55; --line: #ded8cc;
  --t1: #9c0f2e; --t2: #8a5a00; --t3: #007a6a; --t4: #5a3fc0;
  margin: 0 auto; max-width: 34em; padding: 1em;
  background: #fefdfa; color: var(--ink); text-align: center;
  font: 20px/1.5 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  overflow-wrap: break-word;
}
.card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card {
  --ink: #e2dfd9; --muted: #a5a199; --line: #37383c;
  --t1: #ff8a80; --t2: #ffd166; --t3: #7fe0c0; --t4: #a596ff;
  background: #18191b;
}
.word { font-size: 2.4em; line-height: 1.3; }
.traditional { color: var(--muted); font-size: 1.3em; }
.pinyin { font-size: 1.2em; }
hr { border: 0; border-top: 1px solid var(--line); margin: .8em 0; }
.meaning { text-align: left; }
.meaning ol { margin: 0; padding-left: 1.4em; }
.sentence { line-height: 2.3; margin-top: .8em; text-align: left; }
rt { color: inherit; font-size: .55em; }
.soft rt { color: var(--muted); font-style: italic; }
.source { color: var(--muted); font-size: .75em; margin-top: 1em; text-align: left; }
.source span + span::before { content: " · "; }
.t1 { color: var(--t1); } .t2 { color: var(--t2); } .t3 { color: var(--t3); }
.t4 { color: var(--t4); } .t5 { color: var(--muted); }
.sentence ruby { color: inherit; } .sentence .t1 rt { color: var(--t1); }
.sentence .t2 rt { color: var(--t2); } .sentence .t3 rt { color: var(--t3); }
.sentence .t4 rt { color: var(--t4); } .sentence .t5 rt { color: var(--muted); }
"""
