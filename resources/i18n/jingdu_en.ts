<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ByteDiagram</name>
    <message numerus="yes">
        <source>%Ln byte(s) lost</source>
        <translation>
            <numerusform>%Ln byte lost</numerusform>
            <numerusform>%Ln bytes lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message numerus="yes">
        <source>%Ln correction(s) from {name}</source>
        <translation>
            <numerusform>%Ln correction from {name}</numerusform>
            <numerusform>%Ln corrections from {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from {name}</source>
        <translation>
            <numerusform>%Ln difference from {name}</numerusform>
            <numerusform>%Ln differences from {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make all %Ln correction(s)</source>
        <translation>
            <numerusform>Make %Ln correction</numerusform>
            <numerusform>Make all %Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use other copy where more likely: %Ln place(s)</source>
        <translation>
            <numerusform>Use other copy where more likely: %Ln place</numerusform>
            <numerusform>Use other copy where more likely: %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) here cannot be read in this encoding.</source>
        <translation>
            <numerusform>%Ln place here cannot be read in this encoding.</numerusform>
            <numerusform>%Ln places here cannot be read in this encoding.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderPane</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Part of a batch result: %Ln page(s)</source>
        <translation>
            <numerusform>Part of a batch result: %Ln page</numerusform>
            <numerusform>Part of a batch result: %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Batch result: %Ln page(s)</source>
        <translation>
            <numerusform>Batch result: %Ln page</numerusform>
            <numerusform>Batch result: %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln document(s)</source>
        <translation>
            <numerusform>the first %Ln document</numerusform>
            <numerusform>the first %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subfolder(s) cannot be read</source>
        <translation>
            <numerusform>%Ln subfolder cannot be read</numerusform>
            <numerusform>%Ln subfolders cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossariesDialog</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPreview</name>
    <message numerus="yes">
        <source>Keep the original at %Ln place(s)?</source>
        <translation>
            <numerusform>Keep the original at %Ln place?</numerusform>
            <numerusform>Keep the original at %Ln places?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln place(s)?</source>
        <translation>
            <numerusform>Accept %Ln place?</numerusform>
            <numerusform>Accept %Ln places?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message numerus="yes">
        <source>{day}: {time} read, %Ln document(s)</source>
        <translation>
            <numerusform>{day}: {time} read, %Ln document</numerusform>
            <numerusform>{day}: {time} read, %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read on %Ln day(s) in the last year, {time} in all</source>
        <translation>
            <numerusform>Read on %Ln day in the last year, {time} in all</numerusform>
            <numerusform>Read on %Ln days in the last year, {time} in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln undecided</numerusform>
            <numerusform>%Ln undecided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them decided by hand</source>
        <translation>
            <numerusform>%Ln of them decided by hand</numerusform>
            <numerusform>%Ln of them decided by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message numerus="yes">
        <source>%Ln document(s) were removed from the library.</source>
        <translation>
            <numerusform>%Ln document was removed from the library.</numerusform>
            <numerusform>%Ln documents were removed from the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListSummary</name>
    <message numerus="yes">
        <source>%n word(s) of your own</source>
        <translation>
            <numerusform>%n word of your own</numerusform>
            <numerusform>%n words of your own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenCommands</name>
    <message numerus="yes">
        <source>%Ln more file(s) were dropped and not opened.</source>
        <translation>
            <numerusform>%Ln more file was dropped and not opened.</numerusform>
            <numerusform>%Ln more files were dropped and not opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceStack</name>
    <message numerus="yes">
        <source>%Ln place(s) are left to decide.</source>
        <translation>
            <numerusform>%Ln place is left to decide.</numerusform>
            <numerusform>%Ln places are left to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are lost and left as they are.</source>
        <translation>
            <numerusform>%Ln place is lost and left as it is.</numerusform>
            <numerusform>%Ln places are lost and left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln repair(s) here are certain.</source>
        <translation>
            <numerusform>The one repair here is certain.</numerusform>
            <numerusform>All %Ln repairs here are certain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message numerus="yes">
        <source>%Ln place(s) in this document change.</source>
        <translation>
            <numerusform>%Ln place in this document changes.</numerusform>
            <numerusform>%Ln places in this document change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) decided by hand stay as they are.</source>
        <translation>
            <numerusform>%Ln place decided by hand stays as it is.</numerusform>
            <numerusform>%Ln places decided by hand stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileStrip</name>
    <message numerus="yes">
        <source>%Ln place(s) to decide</source>
        <translation>
            <numerusform>%Ln place to decide</numerusform>
            <numerusform>%Ln places to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewNews</name>
    <message numerus="yes">
        <source>%Ln no longer apply and are kept.</source>
        <translation>
            <numerusform>%Ln no longer applies and is kept.</numerusform>
            <numerusform>%Ln no longer apply and are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) still apply.</source>
        <translation>
            <numerusform>%Ln decision still applies.</numerusform>
            <numerusform>%Ln decisions still apply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of {name} cannot be read.</source>
        <translation>
            <numerusform>%Ln line of {name} cannot be read.</numerusform>
            <numerusform>%Ln lines of {name} cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln decision(s) still apply.</source>
        <translation>
            <numerusform>Your decision still applies.</numerusform>
            <numerusform>All %Ln decisions still apply.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%Ln place(s) are undecided.</source>
        <translation>
            <numerusform>%Ln place is undecided.</numerusform>
            <numerusform>%Ln places are undecided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are lost.</source>
        <translation>
            <numerusform>%Ln place is lost.</numerusform>
            <numerusform>%Ln places are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%Ln unsure</source>
        <translation>
            <numerusform>%Ln unsure</numerusform>
            <numerusform>%Ln unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repair(s)</source>
        <translation>
            <numerusform>%Ln repair</numerusform>
            <numerusform>%Ln repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) lost in decoding</source>
        <translation>
            <numerusform>%Ln place lost in decoding</numerusform>
            <numerusform>%Ln places lost in decoding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln undecided</numerusform>
            <numerusform>%Ln undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message numerus="yes">
        <source>%Ln certain repair(s)</source>
        <translation>
            <numerusform>%Ln certain repair</numerusform>
            <numerusform>%Ln certain repairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message numerus="yes">
        <source>%Ln not saved</source>
        <translation>
            <numerusform>%Ln not saved</numerusform>
            <numerusform>%Ln not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordCommands</name>
    <message numerus="yes">
        <source>%Ln more word(s) are known now.</source>
        <translation>
            <numerusform>%Ln more word is known now.</numerusform>
            <numerusform>%Ln more words are known now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordCutting</name>
    <message numerus="yes">
        <source>A word can have at most %Ln character(s).</source>
        <translation>
            <numerusform>A word can have at most %Ln character.</numerusform>
            <numerusform>A word can have at most %Ln characters.</numerusform>
        </translation>
    </message>
</context>
</TS>
