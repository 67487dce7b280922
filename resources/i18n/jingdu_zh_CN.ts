<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>打开网址(&amp;A)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Open sa&amp;mple</source>
        <translation>打开示例(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Paste text</source>
        <translation>粘贴文本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save clean text</source>
        <translation>保存净文(&amp;S)</translation>
    </message>
    <message>
        <source>Save clean &amp;text as…</source>
        <translation>净文另存为(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Close document</source>
        <translation>关闭文档(&amp;C)</translation>
    </message>
    <message>
        <source>Ne&amp;xt document</source>
        <translation>下一文档(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious document</source>
        <translation>上一文档(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo decision</source>
        <translation>撤销处置(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do decision</source>
        <translation>重做处置(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy clean text</source>
        <translation>复制净文(&amp;C)</translation>
    </message>
    <message>
        <source>Copy o&amp;riginal</source>
        <translation>复制原文(&amp;R)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>N&amp;ext bookmark</source>
        <translation>下一个书签(&amp;E)</translation>
    </message>
    <message>
        <source>Prev&amp;ious bookmark</source>
        <translation>上一个书签(&amp;I)</translation>
    </message>
    <message>
        <source>Book&amp;marks and notes…</source>
        <translation>书签与批注(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>替换(&amp;L)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>原始大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quiet page</source>
        <translation>静读(&amp;Q)</translation>
    </message>
    <message>
        <source>Show ori&amp;ginal</source>
        <translation>显示原文(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Original on the left</source>
        <translation>原文放在左侧(&amp;T)</translation>
    </message>
    <message>
        <source>Sho&amp;w entire web page</source>
        <translation>显示整个网页(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next repair</source>
        <translation>下一处修复(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous repair</source>
        <translation>上一处修复(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;undecided place</source>
        <translation>下一处未决(&amp;U)</translation>
    </message>
    <message>
        <source>Next place to &amp;decide</source>
        <translation>下一处待定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>采纳(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep the original</source>
        <translation>保留原文(&amp;K)</translation>
    </message>
    <message>
        <source>Decide on the whole &amp;group…</source>
        <translation>同类一并处置(&amp;G)…</translation>
    </message>
    <message>
        <source>Decide on all lik&amp;e this…</source>
        <translation>相同处一并处置(&amp;E)…</translation>
    </message>
    <message>
        <source>Accept all of this rule…</source>
        <translation>采纳此规则的全部改动…</translation>
    </message>
    <message>
        <source>Accept all that are at least as sure…</source>
        <translation>采纳把握不低于此处的全部改动…</translation>
    </message>
    <message>
        <source>See this document without the rule…</source>
        <translation>看看停用此规则后的文档…</translation>
    </message>
    <message>
        <source>Rule&amp;s…</source>
        <translation>规则(&amp;S)…</translation>
    </message>
    <message>
        <source>Sh&amp;ow all kinds</source>
        <translation>显示所有类型(&amp;O)</translation>
    </message>
    <message>
        <source>Above the word under the &amp;pointer</source>
        <translation>只标鼠标所指的词(&amp;P)</translation>
    </message>
    <message>
        <source>Above &amp;all words</source>
        <translation>标所有词(&amp;A)</translation>
    </message>
    <message>
        <source>Above words you do not &amp;know yet</source>
        <translation>只标生词(&amp;K)</translation>
    </message>
    <message>
        <source>Above each word the &amp;first time</source>
        <translation>每个词只标第一次(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>不标(&amp;N)</translation>
    </message>
    <message>
        <source>Next pin&amp;yin mode</source>
        <translation>切换注音方式(&amp;Y)</translation>
    </message>
    <message>
        <source>Ne&amp;xt tone colour mode</source>
        <translation>切换声调颜色(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Choose tone colours…</source>
        <translation>选择声调颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Meanings of the word under the pointer</source>
        <translation>指针所指词语的释义(&amp;M)</translation>
    </message>
    <message>
        <source>G&amp;losses under the words</source>
        <translation>词下英文释义(&amp;L)</translation>
    </message>
    <message>
        <source>Mark &amp;new words</source>
        <translation>标出生词(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Join with the next word</source>
        <translation>与下一个词合并(&amp;J)</translation>
    </message>
    <message>
        <source>Words you joined &amp;or split…</source>
        <translation>合并或拆开的词(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Glossaries…</source>
        <translation>词汇表(&amp;G)…</translation>
    </message>
    <message>
        <source>L&amp;ibrary</source>
        <translation>书库(&amp;I)</translation>
    </message>
    <message>
        <source>R&amp;emember what I read</source>
        <translation>保留阅读记录(&amp;E)</translation>
    </message>
    <message>
        <source>Delete reading histor&amp;y…</source>
        <translation>删除阅读记录(&amp;Y)…</translation>
    </message>
    <message>
        <source>Read &amp;aloud</source>
        <translation>朗读(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Translate this sentence</source>
        <translation>翻译这句话(&amp;T)</translation>
    </message>
    <message>
        <source>Translate this paragrap&amp;h</source>
        <translation>翻译这一段(&amp;H)</translation>
    </message>
    <message>
        <source>Set &amp;up translation…</source>
        <translation>设置翻译(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Forget translations</source>
        <translation>清除已存译文(&amp;F)</translation>
    </message>
    <message>
        <source>Pinyin si&amp;ze</source>
        <translation>拼音大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Tone c&amp;olours</source>
        <translation>声调颜色(&amp;O)</translation>
    </message>
    <message>
        <source>Reading &amp;speed</source>
        <translation>朗读速度(&amp;S)</translation>
    </message>
    <message>
        <source>{menu}: {entry}</source>
        <translation>{menu}：{entry}</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>审校(&amp;V)</translation>
    </message>
    <message>
        <source>Add or remove &amp;bookmark</source>
        <translation>添加或移除书签(&amp;B)</translation>
    </message>
    <message>
        <source>Add or edit n&amp;ote…</source>
        <translation>添加或编辑批注(&amp;O)…</translation>
    </message>
    <message>
        <source>Wor&amp;d</source>
        <translation>生词(&amp;D)</translation>
    </message>
    <message>
        <source>Switch between page and &amp;panel</source>
        <translation>在页面与侧栏间切换(&amp;P)</translation>
    </message>
    <message>
        <source>T&amp;ype a replacement</source>
        <translation>改写此处(&amp;Y)</translation>
    </message>
    <message>
        <source>Decisions that no &amp;longer apply…</source>
        <translation>不再适用的处置(&amp;L)…</translation>
    </message>
    <message>
        <source>Compare with this &amp;version of Jingdu…</source>
        <translation>与当前版本的净读对比(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Compare with another copy…</source>
        <translation>与另一份文本对比(&amp;C)…</translation>
    </message>
    <message>
        <source>Compare with a reference &amp;text…</source>
        <translation>与标准文本对比(&amp;T)…</translation>
    </message>
    <message>
        <source>Trust rules in this &amp;folder</source>
        <translation>信任此文件夹的规则(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;ign decisions with my name</source>
        <translation>处置时署名(&amp;I)</translation>
    </message>
    <message>
        <source>Above words beyond the HSK &amp;level</source>
        <translation>只标高于所选 HSK 等级的词(&amp;L)</translation>
    </message>
    <message>
        <source>P&amp;ronunciation of this word</source>
        <translation>这个词的读音(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Group pinyin by word</source>
        <translation>按词连写(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;plit this word</source>
        <translation>拆开此词(&amp;P)</translation>
    </message>
    <message>
        <source>Words you &amp;know…</source>
        <translation>已会的词(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Back up your words…</source>
        <translation>备份词语(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Restore your words…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Try another encoding…</source>
        <translation>试试其他编码(&amp;T)…</translation>
    </message>
    <message>
        <source>Find an a&amp;ction…</source>
        <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Jingdu</source>
        <translation>关于净读(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pinyin</source>
        <translation>拼音(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>词语(&amp;W)</translation>
    </message>
    <message>
        <source>En&amp;coding</source>
        <translation>编码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>字体(&amp;F)</translation>
    </message>
    <message>
        <source>HSK l&amp;ist</source>
        <translation>HSK 词表(&amp;I)</translation>
    </message>
    <message>
        <source>HSK le&amp;vel</source>
        <translation>HSK 等级(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation>标注方式(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tone sandhi</source>
        <translation>变调(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ByteDiagram</name>
    <message>
        <source>written {written}; bytes {digits}</source>
        <translation>原字{written}；字节{digits}</translation>
    </message>
    <message>
        <source>written</source>
        <translation>原字</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>误读</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) lost</source>
        <translation>
            <numerusform>丢失%Ln字节</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} inserted</source>
        <translation>插入{text}</translation>
    </message>
    <message>
        <source>no character</source>
        <translation>无此字</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有内容。</translation>
    </message>
    <message>
        <source>Solid: known. Pale: not yet known.</source>
        <translation>实色：已会；淡色：未会。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>{title} as a table</source>
        <translation>{title}（表格）</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>also fits</source>
        <translation>也说得通</translation>
    </message>
    <message>
        <source>leave a gap</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>Comparing with {name}…</source>
        <translation>正在与 {name} 对比…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>Reference</source>
        <translation>标准文本</translation>
    </message>
    <message>
        <source>Other copy</source>
        <translation>另一份</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>More likely</source>
        <translation>更可信</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>整段</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>标准文本</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>other copy</source>
        <translation>另一份</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留本文</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手定</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>No differences from {name}</source>
        <translation>与 {name} 没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) from {name}</source>
        <translation>
            <numerusform>对照 {name}，有%Ln处更正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) from {name}</source>
        <translation>
            <numerusform>与 {name} 有%Ln处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Spaces and line breaks</source>
        <translation>空格与换行</translation>
    </message>
    <message>
        <source>Close the comparison (Esc)</source>
        <translation>关闭对比 (Esc)</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭对比</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Use other copy</source>
        <translation>采用另一份</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>保留本文</translation>
    </message>
    <message numerus="yes">
        <source>Make all %Ln correction(s)</source>
        <translation>
            <numerusform>更正全部%Ln处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use other copy where more likely: %Ln place(s)</source>
        <translation>
            <numerusform>更可信的%Ln处均采用另一份</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>标准文本</translation>
    </message>
    <message>
        <source>Other copy</source>
        <translation>另一份</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>{side}: {text}</source>
        <translation>{side}：{text}</translation>
    </message>
    <message>
        <source>As in the original.</source>
        <translation>与原文相同。</translation>
    </message>
    <message>
        <source>{kind}: {before} → {after}, {state}, {confidence}</source>
        <translation>{kind}：{before} → {after}，{state}，{confidence}</translation>
    </message>
    <message>
        <source>other copy</source>
        <translation>另一份</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>标准文本</translation>
    </message>
</context>
<context>
    <name>Confidence</name>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>CurrentPlace</name>
    <message>
        <source>The bytes are gone; type what belongs here.</source>
        <translation>字节已缺失，请改写为应有的文字。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>同类</translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Note for this place</source>
        <translation>为此处加批注</translation>
    </message>
    <message>
        <source>Place {number} of {total}</source>
        <translation>第{number}处，共{total}处</translation>
    </message>
    <message>
        <source>Repair {number} of {total}</source>
        <translation>第{number}处修复，共{total}处</translation>
    </message>
</context>
<context>
    <name>CutWordsDialog</name>
    <message>
        <source>Words you joined or split</source>
        <translation>合并或拆开的词</translation>
    </message>
    <message>
        <source>These apply to every document. With the word panel in front, J joins the current word with the next one, and X splits it.</source>
        <translation>在所有文档中有效。生词栏在前时，按 J 将当前词与下一个词合并，按 X 拆开当前词。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>You have not joined or split any words.</source>
        <translation>还没有合并或拆开的词。</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Original kept</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Alternative chosen</source>
        <translation>选用备选</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手工改写</translation>
    </message>
    <message>
        <source>{decision} by {name}</source>
        <translation>{name}：{decision}</translation>
    </message>
    <message>
        <source>{decision}: {before} → {after} ({percent}%)</source>
        <translation>{decision}：{before} → {after}（{percent}%）</translation>
    </message>
    <message>
        <source>{decision}: {before} → {after}</source>
        <translation>{decision}：{before} → {after}</translation>
    </message>
    <message>
        <source>{decision}: {before} → {after}; proposed: {proposed} ({percent}%)</source>
        <translation>{decision}：{before} → {after}；曾建议：{proposed}（{percent}%）</translation>
    </message>
    <message>
        <source>{decision}; proposed: {proposed} ({percent}%)</source>
        <translation>{decision}；曾建议：{proposed}（{percent}%）</translation>
    </message>
    <message>
        <source>Proposed: {proposed}</source>
        <translation>曾建议：{proposed}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Page address (http:// or https://):</source>
        <translation>网页地址（http:// 或 https://）：</translation>
    </message>
    <message>
        <source>Another pronunciation</source>
        <translation>其他读音</translation>
    </message>
    <message>
        <source>Pronunciation of {word} here, one syllable per character (háng zhǎng or hang2 zhang3):</source>
        <translation>“{word}”在此处的读音，每字一个音节（háng zhǎng 或 hang2 zhang3）：</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>打开文档文件夹</translation>
    </message>
    <message>
        <source>Export: {name}</source>
        <translation>导出：{name}</translation>
    </message>
    <message>
        <source>Save the clean text</source>
        <translation>保存净文</translation>
    </message>
    <message>
        <source>Replace the original?</source>
        <translation>替换原文件吗？</translation>
    </message>
    <message>
        <source>{name} is the damaged original.</source>
        <translation>{name} 是受损的原文件。</translation>
    </message>
    <message>
        <source>If you replace it, repairs can no longer be checked against the original.</source>
        <translation>用净文替换之后，就无法再对照原文核对修复了。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭吗？</translation>
    </message>
    <message>
        <source>Decisions that could not be saved and would be lost: {count}</source>
        <translation>有{count}项处置未能保存，关闭后将会丢失。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>暂不关闭</translation>
    </message>
    <message>
        <source>Send text to a translation server?</source>
        <translation>将文字发送到翻译服务器？</translation>
    </message>
    <message>
        <source>Sentences to be sent now: {number}. They go to {address}</source>
        <translation>现在要发送{number}个句子，目的地址为 {address}</translation>
    </message>
    <message>
        <source>The server gets these sentences as they stand here, and later every sentence that you ask to have translated; nothing else of the document.</source>
        <translation>服务器会收到这些句子的原样内容，以后还会收到您要求翻译的每个句子；文档的其他内容不会发送。</translation>
    </message>
    <message>
        <source>Your key is sent along.</source>
        <translation>您的密钥会一并发送。</translation>
    </message>
    <message>
        <source>You will not be asked again for this server. Words &gt; Set up translation withdraws this.</source>
        <translation>对这台服务器不会再次询问。可在“词语 &gt; 设置翻译”中撤回许可。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>导出规则</translation>
    </message>
    <message>
        <source>Open a list of words</source>
        <translation>打开词表</translation>
    </message>
    <message>
        <source>Lists of words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Add glossaries</source>
        <translation>添加词汇表</translation>
    </message>
    <message>
        <source>Glossaries</source>
        <translation>词汇表</translation>
    </message>
    <message>
        <source>Note on “{about}” (leave empty to remove it):</source>
        <translation>“{about}”的批注（留空即移除）：</translation>
    </message>
    <message>
        <source>This empties the library and deletes your reading progress and reading times.</source>
        <translation>书库将被清空，阅读进度和阅读时间也会一并删除。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Name of the bookmark at “{about}”:</source>
        <translation>“{about}”处书签的名称：</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Back up your words</source>
        <translation>备份词语</translation>
    </message>
    <message>
        <source>Go back to a backup of your words</source>
        <translation>恢复词语备份</translation>
    </message>
    <message>
        <source>Delete reading history?</source>
        <translation>删除阅读记录？</translation>
    </message>
    <message>
        <source>This cannot be undone. Your words, your documents and your decisions stay. The list of recent files stays, too; clear it with File &gt; Open recent &gt; Clear list.</source>
        <translation>此操作无法撤销。您的生词、文档和处置都会保留。最近打开的文件列表也会保留，可用“文件 &gt; 最近打开 &gt; 清除列表”清除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rules ({names})</source>
        <translation>规则 ({names})</translation>
    </message>
    <message>
        <source>Text ({names})</source>
        <translation>文本 ({names})</translation>
    </message>
    <message>
        <source>Documents ({names})</source>
        <translation>文档 ({names})</translation>
    </message>
    <message>
        <source>Backups of words</source>
        <translation>词语备份</translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>Repair cancelled.</source>
        <translation>修复已取消。</translation>
    </message>
    <message>
        <source>Only the part around your position has been restored.</source>
        <translation>只修复了当前位置附近的部分。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Restore the rest</source>
        <translation>修复其余部分</translation>
    </message>
</context>
<context>
    <name>DocumentPanes</name>
    <message>
        <source>Scroll bar of both texts</source>
        <translation>两栏共用的滚动条</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy original</source>
        <translation>复制原文</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>This folder has its own rules: {name}</source>
        <translation>此文件夹有自己的规则：{name}</translation>
    </message>
    <message>
        <source>They are off until you trust them.</source>
        <translation>信任之前不起作用。</translation>
    </message>
    <message>
        <source>Trust them</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>You have kept {before} three times. Always keep it?</source>
        <translation>您已三次保留“{before}”，以后都保留吗？</translation>
    </message>
    <message>
        <source>Always keep {before} (Y)</source>
        <translation>以后都保留“{before}”（Y）</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Open documents</source>
        <translation>打开的文档</translation>
    </message>
    <message>
        <source>Close document</source>
        <translation>关闭文档</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Name, folder or pinyin</source>
        <translation>名称、文件夹或拼音</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索书库</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Documents in the library</source>
        <translation>书库中的文档</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未读完</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>By difficulty</source>
        <translation>按难度</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>按进度</translation>
    </message>
    <message>
        <source>By words known</source>
        <translation>按已会词比例</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>By reading time</source>
        <translation>按阅读时间</translation>
    </message>
    <message>
        <source>Last read first</source>
        <translation>最近读的在前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} read</source>
        <translation>共读{time}</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>没有匹配的文档。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>还没有文档</translation>
    </message>
    <message>
        <source>Documents you open are listed here with your reading progress.</source>
        <translation>打开过的文档会列在这里，并显示阅读进度。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>DocumentsTable</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从书库中移除</translation>
    </message>
</context>
<context>
    <name>DropMark</name>
    <message>
        <source>Drop to open</source>
        <translation>松开即可打开</translation>
    </message>
</context>
<context>
    <name>Encoding</name>
    <message>
        <source>GB18030, GBK, GB2312 (simplified Chinese)</source>
        <translation>GB18030、GBK、GB2312（简体中文）</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>Big5-HKSCS (Hong Kong)</source>
        <translation>Big5-HKSCS（香港）</translation>
    </message>
    <message>
        <source>UTF-16 little-endian</source>
        <translation>UTF-16（小端）</translation>
    </message>
    <message>
        <source>UTF-16 big-endian</source>
        <translation>UTF-16（大端）</translation>
    </message>
    <message>
        <source>Windows-1252 (Western)</source>
        <translation>Windows-1252（西欧）</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251（西里尔文）</translation>
    </message>
    <message>
        <source>KOI8-R (Cyrillic)</source>
        <translation>KOI8-R（西里尔文）</translation>
    </message>
    <message>
        <source>EUC-TW (traditional Chinese)</source>
        <translation>EUC-TW（繁体中文）</translation>
    </message>
    <message>
        <source>HZ (simplified Chinese)</source>
        <translation>HZ（简体中文）</translation>
    </message>
    <message>
        <source>ISO-2022-CN (Chinese)</source>
        <translation>ISO-2022-CN（中文）</translation>
    </message>
    <message>
        <source>Shift JIS (Japanese)</source>
        <translation>Shift JIS（日文）</translation>
    </message>
    <message>
        <source>EUC-JP (Japanese)</source>
        <translation>EUC-JP（日文）</translation>
    </message>
    <message>
        <source>ISO-2022-JP (Japanese)</source>
        <translation>ISO-2022-JP（日文）</translation>
    </message>
    <message>
        <source>EUC-KR, CP949 (Korean)</source>
        <translation>EUC-KR、CP949（韩文）</translation>
    </message>
    <message>
        <source>Johab (Korean)</source>
        <translation>Johab（韩文）</translation>
    </message>
    <message>
        <source>ISO-2022-KR (Korean)</source>
        <translation>ISO-2022-KR（韩文）</translation>
    </message>
    <message>
        <source>marked in the file</source>
        <translation>文件自带标记</translation>
    </message>
    <message>
        <source>declared in the file</source>
        <translation>文件声明</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>手动选择</translation>
    </message>
    <message>
        <source>{name} ({how})</source>
        <translation>{name}（{how}）</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Try another encoding</source>
        <translation>试试其他编码</translation>
    </message>
    <message>
        <source>Encodings, most likely first</source>
        <translation>各种编码，最可能的在最前</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>按这种编码读出的开头几行</translation>
    </message>
    <message>
        <source>Use this encoding</source>
        <translation>使用此编码</translation>
    </message>
    <message>
        <source>{percent}% Chinese</source>
        <translation>中文相似度{percent}%</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>当前使用</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自动检测</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) here cannot be read in this encoding.</source>
        <translation>
            <numerusform>这里有%Ln处无法用这种编码读出。</numerusform>
        </translation>
    </message>
    <message>
        <source>All bytes here can be read in this encoding.</source>
        <translation>这里的所有字节都能用这种编码读出。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{name} could not be opened: {reason}.</source>
        <translation>无法打开 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>这段文本</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>输入的内容</translation>
    </message>
    <message>
        <source>Permission denied: {path} cannot be read.</source>
        <translation>没有权限，无法读取 {path}。</translation>
    </message>
    <message>
        <source>Ask its owner for access, or copy it to a folder of your own.</source>
        <translation>请向所有者申请权限，或把它复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>Permission denied: {path} cannot be written.</source>
        <translation>没有权限，无法写入 {path}。</translation>
    </message>
    <message>
        <source>Choose another folder, or ask its owner for access.</source>
        <translation>请换一个文件夹，或向所有者申请权限。</translation>
    </message>
    <message>
        <source>{path} is binary data, not text.</source>
        <translation>{path} 是二进制数据，不是文本。</translation>
    </message>
    <message>
        <source>If it is text, specify its encoding.</source>
        <translation>如果它确实是文本，请指定它的编码。</translation>
    </message>
    <message>
        <source>If it is text, choose its encoding.</source>
        <translation>如果它确实是文本，请选择它的编码。</translation>
    </message>
    <message>
        <source>{path} is a {format} file, not a text file.</source>
        <translation>{path} 是 {format} 文件，不是文本文件。</translation>
    </message>
    <message>
        <source>Save its text as a .txt file first, or, if it is text, specify its encoding.</source>
        <translation>请先把其中的文字另存为 .txt 文件；如果它确实是文本，请指定它的编码。</translation>
    </message>
    <message>
        <source>{path} is locked: its seller has encrypted the book.</source>
        <translation>{path} 已加锁：发售者对本书加了密。</translation>
    </message>
    <message>
        <source>Ask the seller for a copy without copy protection.</source>
        <translation>请向发售者索取不加锁的版本。</translation>
    </message>
    <message>
        <source>{path} has no text: this {format} file contains only pictures, or nothing.</source>
        <translation>{path} 中没有文本：这个 {format} 文件里只有图片或空白。</translation>
    </message>
    <message>
        <source>{path} has no readable text: its fonts do not say which characters they show.</source>
        <translation>{path} 中没有可读的文本：其字体未注明所显示的字符。</translation>
    </message>
    <message>
        <source>Run text recognition (OCR) on it first and open the result.</source>
        <translation>请先用文字识别（OCR）程序识别，再打开结果。</translation>
    </message>
    <message>
        <source>{path} is a {format} file; to open it, Jingdu needs LibreOffice.</source>
        <translation>{path} 是 {format} 文件，净读要借助 LibreOffice 才能打开它。</translation>
    </message>
    <message>
        <source>Install LibreOffice and open it again, or save it as {ending} first.</source>
        <translation>请安装 LibreOffice 后重新打开，或先另存为 {ending}。</translation>
    </message>
    <message>
        <source>{path} contains more than any document needs.</source>
        <translation>{path} 的内容远超任何文档所需。</translation>
    </message>
    <message>
        <source>It may be damaged, or made to fill memory. If you trust it, save it as text first.</source>
        <translation>文件可能已损坏，或有意占满内存。如果信任它，请先另存为文本。</translation>
    </message>
    <message>
        <source>Reading {path} took longer than {seconds} seconds and was stopped.</source>
        <translation>读取 {path} 超过{seconds}秒，已停止。</translation>
    </message>
    <message>
        <source>It may be damaged, or made to take that long. If you trust it, save it as text first.</source>
        <translation>文件可能已损坏，或有意拖延。如果信任它，请先另存为文本。</translation>
    </message>
    <message>
        <source>To fetch it, use jingdu clean --url ADDRESS, or Open address in the window.</source>
        <translation>要读取它，请用 jingdu clean --url 网址，或在窗口中选择“打开网址”。</translation>
    </message>
    <message>
        <source>{path} contains the decisions on {document}.</source>
        <translation>{path} 保存的是对 {document} 的处置。</translation>
    </message>
    <message>
        <source>Name {document} instead; the decisions apply to it.</source>
        <translation>请指定 {document} 本身，这些处置就会生效。</translation>
    </message>
    <message>
        <source>Open {document} instead; the decisions apply to it.</source>
        <translation>请打开 {document} 本身，这些处置就会生效。</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{text}” cannot be understood.</source>
        <translation>{path} 第{line}行：无法理解“{text}”。</translation>
    </message>
    <message>
        <source>Put each text in quotation marks (&quot;), with = between the two texts of a pair.</source>
        <translation>每段文字须加英文引号（&quot;），替换前后的两段之间写等号（=）。</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{word}” is unknown.</source>
        <translation>{path} 第{line}行：没有“{word}”这个名称。</translation>
    </message>
    <message>
        <source>Perhaps you meant “{nearest}”.</source>
        <translation>您要写的可能是“{nearest}”。</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>可用的名称有：{known}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: the rule “{word}” cannot be applied: {reason}.</source>
        <translation>{path} 第{line}行：规则“{word}”无法应用：{reason}。</translation>
    </message>
    <message>
        <source>Correct the line, or delete it.</source>
        <translation>请改正或删除这一行。</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{word}” is not allowed in folder rules.</source>
        <translation>{path} 第{line}行：文件夹规则中不能使用“{word}”。</translation>
    </message>
    <message>
        <source>Folder rules can only contain pairs, exceptions and protected texts; move it to your own rules.</source>
        <translation>文件夹规则只能包含替换、例外和保护的文字；请把它移到您自己的规则中。</translation>
    </message>
    <message>
        <source>Update Jingdu to see your words; nothing in the file was changed.</source>
        <translation>请更新净读后再查看生词；该文件没有改动。</translation>
    </message>
    <message>
        <source>Your words in {path} cannot be read: the file is damaged.</source>
        <translation>无法读取 {path} 中的生词：文件已损坏。</translation>
    </message>
    <message>
        <source>Restart Jingdu, or restore a backup.</source>
        <translation>请重新启动净读，或从备份恢复。</translation>
    </message>
    <message>
        <source>{path} was damaged; {saved} entries were recovered.</source>
        <translation>{path} 已损坏，从中找回了 {saved} 条记录。</translation>
    </message>
    <message>
        <source>The damaged file is kept as {copy}. If words are missing, restore a backup.</source>
        <translation>损坏的文件保存为 {copy}。如有生词缺失，请从备份恢复。</translation>
    </message>
    <message>
        <source>{path} was damaged, and a new list of words was begun.</source>
        <translation>{path} 已损坏，已新建生词库。</translation>
    </message>
    <message>
        <source>The damaged file is kept as {copy}. Restore a backup if you have one.</source>
        <translation>损坏的文件保存为 {copy}。如有备份，请从备份恢复。</translation>
    </message>
    <message>
        <source>{path} is not a backup of your words.</source>
        <translation>{path} 不是生词库的备份。</translation>
    </message>
    <message>
        <source>Choose a file that Jingdu saved as a backup; nothing was changed.</source>
        <translation>请选择净读保存的备份文件；没有作任何改动。</translation>
    </message>
    <message>
        <source>{path} contains no Chinese words.</source>
        <translation>{path} 中没有中文词语。</translation>
    </message>
    <message>
        <source>Choose a list with one word per line, a CSV file, or an Anki export.</source>
        <translation>请选择每行一词的词表、CSV 文件，或 Anki 导出的文件。</translation>
    </message>
    <message>
        <source>PDF files cannot be made here.</source>
        <translation>此处无法生成 PDF 文件。</translation>
    </message>
    <message>
        <source>This needs the Python package {package}, which is not installed.</source>
        <translation>需要 Python 软件包 {package}，但尚未安装。</translation>
    </message>
    <message>
        <source>{path} has no column “{column}”. It has: {columns}.</source>
        <translation>{path} 没有“{column}”列，只有：{columns}。</translation>
    </message>
    <message>
        <source>Name the column of the text with --column.</source>
        <translation>请用 --column 指定正文所在的列。</translation>
    </message>
    <message>
        <source>{path} contains no pages.</source>
        <translation>{path} 中没有页面。</translation>
    </message>
    <message>
        <source>Choose a folder with documents, or an archive.</source>
        <translation>请选择含有文档的文件夹，或归档文件。</translation>
    </message>
    <message>
        <source>{path} has no page called “{page}”.</source>
        <translation>{path} 中没有名为“{page}”的页面。</translation>
    </message>
    <message>
        <source>{path} already exists.</source>
        <translation>{path} 已存在。</translation>
    </message>
    <message>
        <source>Use --force to replace it, or choose another name.</source>
        <translation>请用 --force 覆盖，或另选名称。</translation>
    </message>
    <message>
        <source>{path} is the source itself.</source>
        <translation>{path} 就是来源本身。</translation>
    </message>
    <message>
        <source>Choose another name for the output.</source>
        <translation>请为结果另选名称。</translation>
    </message>
    <message>
        <source>{path} is being written by another run.</source>
        <translation>另一次运行正在写入 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be resumed: the source has changed since the run began.</source>
        <translation>无法继续 {path}：来源在运行开始后有改动。</translation>
    </message>
    <message>
        <source>Use --force to start again.</source>
        <translation>请用 --force 重新开始。</translation>
    </message>
    <message>
        <source>{path} cannot be resumed: it was begun with other options or rules.</source>
        <translation>无法继续 {path}：开始时用的是其他选项或规则。</translation>
    </message>
    <message>
        <source>{path} cannot be resumed: it was begun by another version of Jingdu.</source>
        <translation>无法继续 {path}：开始时用的是另一版本的净读。</translation>
    </message>
    <message>
        <source>Use that version, or --force to start again.</source>
        <translation>请使用那个版本，或用 --force 重新开始。</translation>
    </message>
    <message>
        <source>{path} cannot be resumed: its manifest cannot be read.</source>
        <translation>无法继续 {path}：无法读取它的运行清单。</translation>
    </message>
    <message>
        <source>Worker processes were killed {count} times without finishing anything.</source>
        <translation>工作进程被终止{count}次，没有完成任何部分。</translation>
    </message>
    <message>
        <source>The row has no column “{column}”. It has: {columns}.</source>
        <translation>该行没有“{column}”列，只有：{columns}。</translation>
    </message>
    <message>
        <source>The column “{column}” is empty.</source>
        <translation>“{column}”列为空。</translation>
    </message>
    <message>
        <source>The line is not a JSON object.</source>
        <translation>该行不是 JSON 对象。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 first.</source>
        <translation>请先另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The page has {count} characters; at most {most} are cleaned.</source>
        <translation>页面有{count}个字符，最多清理{most}个。</translation>
    </message>
    <message>
        <source>Install the system packages listed in README.md, or export a web page instead.</source>
        <translation>请安装 README.md 中列出的系统软件包，或改为导出网页。</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{text}” was skipped, because {reason}.</source>
        <translation>{path} 第{line}行：已跳过“{text}”（{reason}）。</translation>
    </message>
    <message>
        <source>Write a word, a tab and its meaning, or use the CC-CEDICT format.</source>
        <translation>请写成“词语、制表符、释义”，或采用 CC-CEDICT 格式。</translation>
    </message>
    <message>
        <source>{path} is in Anki&apos;s newest format, which Jingdu cannot read.</source>
        <translation>{path} 采用 Anki 的最新格式，净读无法读取。</translation>
    </message>
    <message>
        <source>In Anki, export again with “Support older Anki versions” checked, or as “Notes in Plain Text”.</source>
        <translation>请在 Anki 中重新导出，并勾选“支持旧版 Anki”，或导出为“纯文本笔记”。</translation>
    </message>
    <message>
        <source>{address} is not an address on this computer.</source>
        <translation>{address} 不是本机地址。</translation>
    </message>
    <message>
        <source>Words go only to Anki on this computer, such as http://127.0.0.1:8765.</source>
        <translation>生词只发送到本机上的 Anki，例如 http://127.0.0.1:8765。</translation>
    </message>
    <message>
        <source>Anki does not answer at {address}: {reason}.</source>
        <translation>{address} 上的 Anki 没有响应：{reason}。</translation>
    </message>
    <message>
        <source>Start Anki with the AnkiConnect add-on, or export a file instead.</source>
        <translation>请启动装有 AnkiConnect 插件的 Anki，或改为导出文件。</translation>
    </message>
    <message>
        <source>Anki reported an error: {reason}.</source>
        <translation>Anki 报告错误：{reason}。</translation>
    </message>
    <message>
        <source>Check Anki, or export a file instead.</source>
        <translation>请检查 Anki，或改为导出文件。</translation>
    </message>
    <message>
        <source>There is no program here that reads aloud.</source>
        <translation>本机没有可以朗读的程序。</translation>
    </message>
    <message>
        <source>Install espeak-ng, then start Jingdu again.</source>
        <translation>请安装 espeak-ng，然后重新启动净读。</translation>
    </message>
    <message>
        <source>No voice for Chinese is installed.</source>
        <translation>没有安装中文语音。</translation>
    </message>
    <message>
        <source>Install espeak-ng with its data, then start Jingdu again.</source>
        <translation>请安装 espeak-ng 及其语音数据，然后重新启动净读。</translation>
    </message>
    <message>
        <source>Nothing can be read aloud ({name}): {reason}.</source>
        <translation>无法朗读（{name}）：{reason}。</translation>
    </message>
    <message>
        <source>Check the sound output of the computer.</source>
        <translation>请检查电脑的声音输出。</translation>
    </message>
    <message>
        <source>{address} would receive text without encryption; nothing was sent.</source>
        <translation>发往 {address} 的文字不会加密；没有发送任何内容。</translation>
    </message>
    <message>
        <source>Use an address that starts with https://. Only a server on this computer may have http://.</source>
        <translation>请使用以 https:// 开头的地址。只有本机上的服务器可以用 http://。</translation>
    </message>
    <message>
        <source>{address} gave no translation: {reason}.</source>
        <translation>{address} 没有给出译文：{reason}。</translation>
    </message>
    <message>
        <source>Check the server&apos;s address and key, or try again later.</source>
        <translation>请检查服务器的地址和密钥，或稍后再试。</translation>
    </message>
    <message>
        <source>That is too much to translate at once ({size} characters).</source>
        <translation>一次要翻译的内容太多（{size}个字符）。</translation>
    </message>
    <message>
        <source>Up to {limit} characters are sent; translate single sentences instead.</source>
        <translation>一次最多发送{limit}个字符；请改为逐句翻译。</translation>
    </message>
    <message>
        <source>The window still shows what was open before.</source>
        <translation>窗口仍显示之前的内容。</translation>
    </message>
    <message>
        <source>Something failed inside Jingdu ({name}).</source>
        <translation>净读内部出错（{name}）。</translation>
    </message>
    <message>
        <source>A note on it, without any text of yours, is in {path}.</source>
        <translation>出错记录（不含您的任何文字）保存在 {path}。</translation>
    </message>
    <message>
        <source>Standard input is closed.</source>
        <translation>标准输入已关闭。</translation>
    </message>
    <message>
        <source>Name a file, or pipe in a text.</source>
        <translation>请指定一个文件，或用管道传入文本。</translation>
    </message>
    <message>
        <source>Standard input cannot be read: {reason}.</source>
        <translation>无法读取标准输入：{reason}。</translation>
    </message>
    <message>
        <source>the program reading the output has ended.</source>
        <translation>读取输出的程序已经退出。</translation>
    </message>
    <message>
        <source>the output cannot be written: {reason}.</source>
        <translation>无法写出结果：{reason}。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>there is something else of that name, and no folder</source>
        <translation>已有同名的其他文件，不是文件夹</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>所在的文件夹不存在</translation>
    </message>
    <message>
        <source>it already exists; --force replaces it</source>
        <translation>它已经存在；加上 --force 即可覆盖</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>it is larger than {megabytes} MB</source>
        <translation>它超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>another program keeps writing to it</source>
        <translation>另一个程序一直在写它</translation>
    </message>
    <message>
        <source>there is nowhere to put a copy</source>
        <translation>没有地方存放副本</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>its name is not allowed here</source>
        <translation>这里不允许使用这个名称</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>its links form a loop</source>
        <translation>它的链接循环指向自己</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘出错</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>the disk was removed</source>
        <translation>磁盘已经断开</translation>
    </message>
    <message>
        <source>the disk does not support this</source>
        <translation>磁盘不支持这项操作</translation>
    </message>
    <message>
        <source>it is larger than the disk allows</source>
        <translation>文件大小超出磁盘的限制</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the network cannot be reached</source>
        <translation>无法连接网络</translation>
    </message>
    <message>
        <source>standard output is closed</source>
        <translation>标准输出已关闭</translation>
    </message>
    <message>
        <source>a text is empty</source>
        <translation>文字为空</translation>
    </message>
    <message>
        <source>a text has more than one line</source>
        <translation>文字不止一行</translation>
    </message>
    <message>
        <source>a text has half of a character, which no file can hold</source>
        <translation>文字含有半个字符，文件无法保存</translation>
    </message>
    <message>
        <source>both texts are the same</source>
        <translation>替换前后相同</translation>
    </message>
    <message>
        <source>the context does not contain the text</source>
        <translation>上下文中不含这段文字</translation>
    </message>
    <message>
        <source>it is not pinyin in parentheses, such as (ma) or 吗(ma)</source>
        <translation>不是括号里的拼音，例如 (ma) 或 吗(ma)</translation>
    </message>
    <message>
        <source>its value is not a text in quotation marks</source>
        <translation>值不是加引号的文字</translation>
    </message>
    <message>
        <source>its value is not a list of texts</source>
        <translation>值不是文字列表</translation>
    </message>
    <message>
        <source>it is not a section</source>
        <translation>它不是一个小节</translation>
    </message>
    <message>
        <source>the file has another rule for the same text</source>
        <translation>文件中另有针对同一文字的规则</translation>
    </message>
    <message>
        <source>no tab separates the word from its meaning</source>
        <translation>词语与释义之间没有制表符</translation>
    </message>
    <message>
        <source>it does not begin with a Chinese word</source>
        <translation>开头不是中文词语</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>服务器没有响应</translation>
    </message>
    <message>
        <source>the server refuses the connection</source>
        <translation>服务器拒绝连接</translation>
    </message>
    <message>
        <source>there is no such server, or no network connection</source>
        <translation>没有这个服务器，或没有网络连接</translation>
    </message>
    <message>
        <source>the server&apos;s certificate cannot be trusted</source>
        <translation>服务器的证书不可信</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the data arrived damaged</source>
        <translation>收到的内容已损坏</translation>
    </message>
    <message>
        <source>its compression is unknown ({packing})</source>
        <translation>不认识内容的压缩方式（{packing}）</translation>
    </message>
    <message>
        <source>it redirects in a loop, or to something that is not a page</source>
        <translation>它循环跳转，或跳转到的不是网页</translation>
    </message>
    <message>
        <source>it redirects into a private network, or to this computer</source>
        <translation>它转向私有网络或本机</translation>
    </message>
    <message>
        <source>the server answered {status} {phrase}</source>
        <translation>服务器返回错误 {status}</translation>
    </message>
    <message>
        <source>the server&apos;s answer cannot be understood</source>
        <translation>无法理解服务器的响应</translation>
    </message>
    <message>
        <source>the server&apos;s answer is too large</source>
        <translation>服务器的回答太大</translation>
    </message>
    <message>
        <source>it translated {came} sentences of {asked}</source>
        <translation>{asked}个句子只收到{came}个译文</translation>
    </message>
    <message>
        <source>it redirects to another address</source>
        <translation>它转到了另一个地址</translation>
    </message>
    <message>
        <source>the address does not lead to this computer</source>
        <translation>该地址并不指向本机</translation>
    </message>
    <message>
        <source>the server answered {status}: {words}</source>
        <translation>服务器回答 {status}：{words}</translation>
    </message>
    <message>
        <source>the program does not finish</source>
        <translation>程序没有结束</translation>
    </message>
    <message>
        <source>the program ended with code {status}</source>
        <translation>程序以代码 {status} 结束</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>ZIP or Office</source>
        <translation>ZIP 或 Office</translation>
    </message>
    <message>
        <source>Word or Excel 97</source>
        <translation>Word 或 Excel 97</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>二进制数据</translation>
    </message>
    <message>
        <source>other data</source>
        <translation>其他数据</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} 不存在。</translation>
    </message>
    <message>
        <source>Check the name and whether the file was moved.</source>
        <translation>请检查文件名，或看看它是否已被移动。</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} 是文件夹。</translation>
    </message>
    <message>
        <source>Choose a file inside it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} 是空的。</translation>
    </message>
    <message>
        <source>Choose a file that contains text.</source>
        <translation>请选择有文字的文件。</translation>
    </message>
    <message>
        <source>Save its text as a .txt file first; if it is text, choose its encoding.</source>
        <translation>请先把其中的文字另存为 .txt 文件；如果它确实是文本，请选择它的编码。</translation>
    </message>
    <message>
        <source>{path} is {megabytes} MB; at most {limit} MB can be opened.</source>
        <translation>{path} 大小为 {megabytes} MB，最多只能打开 {limit} MB。</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>请把它拆分成较小的文件。</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}.</source>
        <translation>没有名为 {encoding} 的编码。</translation>
    </message>
    <message>
        <source>Try utf-8, gb18030, big5 or utf-16.</source>
        <translation>请试试 utf-8、gb18030、big5 或 utf-16。</translation>
    </message>
    <message>
        <source>{path} is a damaged {format} file.</source>
        <translation>{path} 是损坏的 {format} 文件。</translation>
    </message>
    <message>
        <source>Download it again, or open it in the program that made it and save it again.</source>
        <translation>请重新获取该文件，或用原来的程序打开后另存。</translation>
    </message>
    <message>
        <source>{path} is protected by a password.</source>
        <translation>{path} 有密码保护。</translation>
    </message>
    <message>
        <source>Open it in the program that made it, remove the password, and save it.</source>
        <translation>请用原来的程序打开，取消保护后保存。</translation>
    </message>
    <message>
        <source>If it is a scan, run text recognition (OCR) on it first and open the result.</source>
        <translation>如果是扫描件，请先用文字识别（OCR）程序识别，再打开结果。</translation>
    </message>
    <message>
        <source>{path} is in a format that Jingdu cannot read: {format}.</source>
        <translation>净读不能读取 {path} 的格式：{format}。</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it as {ending}.</source>
        <translation>请用原来的程序打开，另存为 {ending}。</translation>
    </message>
    <message>
        <source>{address} is not a web address.</source>
        <translation>{address} 不是有效的网址。</translation>
    </message>
    <message>
        <source>An address starts with http:// or https:// and contains no password.</source>
        <translation>网址以 http:// 或 https:// 开头，且不含密码。</translation>
    </message>
    <message>
        <source>{address} is an address, not a file; nothing was fetched.</source>
        <translation>{address} 是网址，不是文件；没有读取任何内容。</translation>
    </message>
    <message>
        <source>To fetch it, choose Open address in the File menu.</source>
        <translation>要读取它，请在“文件”菜单中选择“打开网址”。</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}.</source>
        <translation>无法读取 {address}：{reason}。</translation>
    </message>
    <message>
        <source>Check the address and the connection, or save the page in a browser and open the saved file.</source>
        <translation>请检查网址和网络连接，或在浏览器中保存网页后再打开。</translation>
    </message>
    <message>
        <source>Line {line} of {path} is not a valid reading: {text}.</source>
        <translation>{path} 第{line}行不是有效的读音：{text}。</translation>
    </message>
    <message>
        <source>Write the word, a tab, and one syllable per character, or delete the line.</source>
        <translation>请写上词、一个制表符和每个字的音节，或者删掉这一行。</translation>
    </message>
    <message>
        <source>{path} is in use by another program; nothing was saved.</source>
        <translation>{path} 正被其他程序使用，未保存任何内容。</translation>
    </message>
    <message>
        <source>Try again in a moment, or close other windows of Jingdu.</source>
        <translation>请稍后重试；若仍不行，请关闭净读的其他窗口。</translation>
    </message>
    <message>
        <source>To install it, run pip install &apos;jingdu[{extra}]&apos;.</source>
        <translation>请运行 pip install &apos;jingdu[{extra}]&apos; 来安装。</translation>
    </message>
    <message>
        <source>The results of jingdu batch list the names of its pages.</source>
        <translation>页面的名称见 jingdu batch 的结果。</translation>
    </message>
    <message>
        <source>{path} is neither a document nor an archive that Jingdu can read.</source>
        <translation>{path} 既不是文档，也不是净读能读取的归档文件。</translation>
    </message>
    <message>
        <source>Names of archives end in {endings}.</source>
        <translation>归档文件的扩展名有：{endings}。</translation>
    </message>
    <message>
        <source>{path} was begun by an earlier run and is incomplete.</source>
        <translation>{path} 是先前一次运行的结果，尚未完成。</translation>
    </message>
    <message>
        <source>Use --resume to continue, or --force to start again.</source>
        <translation>请用 --resume 继续，或用 --force 重新开始。</translation>
    </message>
    <message>
        <source>Wait for it to finish, or choose another name.</source>
        <translation>请等它完成，或另选名称。</translation>
    </message>
    <message>
        <source>Use the same options and rules, or --force to start again.</source>
        <translation>请使用相同的选项和规则，或用 --force 重新开始。</translation>
    </message>
    <message>
        <source>If memory is short, use fewer processes (-j).</source>
        <translation>如果内存不足，请减少进程数（-j）。</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} does not answer.</source>
        <translation>{address} 上的 Dask 调度器没有响应。</translation>
    </message>
    <message>
        <source>Check the address, and whether the cluster is running.</source>
        <translation>请检查地址，并确认集群正在运行。</translation>
    </message>
    <message>
        <source>Part {part} failed on a worker: {reason}.</source>
        <translation>第{part}部分在工作节点上失败：{reason}。</translation>
    </message>
    <message>
        <source>Check that all workers have the same version of Jingdu.</source>
        <translation>请确认所有工作节点上的净读版本相同。</translation>
    </message>
    <message>
        <source>The row is empty.</source>
        <translation>该行为空。</translation>
    </message>
    <message>
        <source>The column “{column}” contains {kind}, not text.</source>
        <translation>“{column}”列的内容是{kind}，不是文本。</translation>
    </message>
    <message>
        <source>The line is not valid JSON: there is an error at character {place}.</source>
        <translation>该行不是有效的 JSON：第{place}个字符处有错。</translation>
    </message>
    <message>
        <source>The JSON in the line is nested too deeply, or contains too long a number.</source>
        <translation>该行的 JSON 嵌套过深，或含有过长的数字。</translation>
    </message>
    <message>
        <source>The rest of the file could not be read: {words}</source>
        <translation>文件的其余部分无法读取：{words}</translation>
    </message>
    <message>
        <source>{path} is in {encoding}; tables in this encoding cannot be read.</source>
        <translation>{path} 的编码是 {encoding}，无法读取这种编码的表格。</translation>
    </message>
    <message>
        <source>Split the page, or raise the limit.</source>
        <translation>请拆分页面，或提高上限。</translation>
    </message>
    <message>
        <source>Worker processes kept crashing on this page, so it was set aside.</source>
        <translation>工作进程在处理该页面时一再崩溃，已将其搁置。</translation>
    </message>
    <message>
        <source>Your decisions are saved in Jingdu&apos;s own folder instead. Rename that file to save them beside the document.</source>
        <translation>您的处置改存于净读自己的文件夹。将该文件改名后，即可存到文档旁边。</translation>
    </message>
    <message>
        <source>{path} was saved by a newer version of Jingdu.</source>
        <translation>{path} 由较新版本的净读保存。</translation>
    </message>
    <message>
        <source>Update Jingdu to see your decisions and continue.</source>
        <translation>请升级净读，以查看您的处置并继续审校。</translation>
    </message>
    <message>
        <source>{path} was changed by another window or on another computer.</source>
        <translation>{path} 已在另一个窗口或另一台电脑上改动。</translation>
    </message>
    <message>
        <source>The decisions made there were added to yours; where both decided on a place, the later decision applies.</source>
        <translation>那边所作的处置已并入；同一处两边都有处置的，以较晚的为准。</translation>
    </message>
    <message>
        <source>Your decisions are saved in Jingdu&apos;s own folder and will be there when you open this document again.</source>
        <translation>您的处置保存在净读自己的文件夹中，再次打开本文时仍然有效。</translation>
    </message>
    <message>
        <source>{path} is not a Jingdu file.</source>
        <translation>{path} 不是净读的文件。</translation>
    </message>
    <message>
        <source>Nothing can be saved in {path}.</source>
        <translation>无法在 {path} 中保存。</translation>
    </message>
    <message>
        <source>Disk full; {path} was not saved.</source>
        <translation>磁盘已满，{path} 未保存。</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>请腾出一些空间，或换一个磁盘。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Copy it to another disk.</source>
        <translation>请把它复制到别的磁盘。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>请换一个文件名或文件夹。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The gloss {0} is a reading of {1}.</source>
        <translation>注音 {0} 是“{1}”的读音。</translation>
    </message>
    <message>
        <source>Of every 100 characters in this document, {0} have a gloss.</source>
        <translation>本文档每100个字中有{0}个带注音。</translation>
    </message>
    <message>
        <source>The text around it is clean, so the gloss may be intended.</source>
        <translation>周围的文字没有受损，这个注音可能是作者有意加的。</translation>
    </message>
    <message>
        <source>{0} is listed as a variant of {1}: {2}.</source>
        <translation>“{0}”被列为“{1}”的异体：{2}。</translation>
    </message>
    <message>
        <source>{0} is a traditional form of {1}: {2}.</source>
        <translation>“{0}”是“{1}”的繁体：{2}。</translation>
    </message>
    <message>
        <source>{0} and {1} share the phonetic component and the reading {2}.</source>
        <translation>“{0}”与“{1}”声旁相同，同读 {2}。</translation>
    </message>
    <message>
        <source>{0} and {1} share the reading {2}.</source>
        <translation>“{0}”与“{1}”同读 {2}。</translation>
    </message>
    <message>
        <source>{0} fits the context best.</source>
        <translation>从上下文看，“{0}”最通顺。</translation>
    </message>
    <message>
        <source>It is inside a quotation that is traditional throughout, so it may be intended.</source>
        <translation>它所在的引文全是繁体，可能是有意保留的。</translation>
    </message>
    <message>
        <source>Elsewhere in this document, unusual forms stand where common characters belong, so {0} may stand for {1} here, too.</source>
        <translation>本文别处的常用字也被换成了少见的字形，此处的“{0}”也可能是由“{1}”换来的。</translation>
    </message>
    <message>
        <source>{0} of {1} punctuation marks between Chinese characters are half-width.</source>
        <translation>汉字之间的{1}个标点中有{0}个是半角。</translation>
    </message>
    <message>
        <source>{1} was inserted inside the bytes {0}.</source>
        <translation>字节 {0} 中间被插入了 {1}。</translation>
    </message>
    <message>
        <source>The byte {0} was lost; with it restored, the bytes are {1}.</source>
        <translation>字节 {0} 丢失了；补回之后，字节应为 {1}。</translation>
    </message>
    <message>
        <source>Decoded one byte off; correctly aligned, the bytes are {0}.</source>
        <translation>解码时错开了一个字节；对齐之后，字节应为 {0}。</translation>
    </message>
    <message>
        <source>The gloss {2} was meant for {0}, whose bytes are {1}.</source>
        <translation>注音 {2} 本来是给“{0}”加的，它的编码是 {1}。</translation>
    </message>
    <message>
        <source>Unusual forms stand for common characters throughout this document.</source>
        <translation>本文的常用字多处被换成了少见的字形。</translation>
    </message>
    <message>
        <source>One byte is missing here, so that the next {0} characters were decoded one byte off.</source>
        <translation>这里缺了1字节，后面{0}个字符因此错开1字节解码。</translation>
    </message>
    <message>
        <source>The character was cut off in the file; only {0} is left of its {1} bytes.</source>
        <translation>这个字在文件中被截断，它的 {1} 字节只剩下 {0}。</translation>
    </message>
    <message>
        <source>Something was inserted between the {1} bytes {0} of one character.</source>
        <translation>同一个字的 {1} 字节 {0} 之间被插进了东西。</translation>
    </message>
    <message>
        <source>The bytes are gone; this is a guess from context.</source>
        <translation>这里的字节已全部丢失，只能依上下文推测。</translation>
    </message>
    <message>
        <source>{0} is the HTML code for {1}.</source>
        <translation>{0} 是“{1}”的 HTML 代码。</translation>
    </message>
    <message>
        <source>{0} is {1}, written as codes.</source>
        <translation>{0} 是“{1}”的转义代码。</translation>
    </message>
    <message>
        <source>It is an invisible character ({0}).</source>
        <translation>这是不可见字符（{0}）。</translation>
    </message>
    <message>
        <source>The bytes {0} were written in {1} and read as {2}.</source>
        <translation>字节 {0} 本是 {1} 编码，却按 {2} 读取。</translation>
    </message>
    <message>
        <source>The text was decoded in the wrong encoding and can&apos;t be read back.</source>
        <translation>这段文字解码时用错了编码，已无法还原。</translation>
    </message>
    <message>
        <source>It seems to be {0} decoded as {1}; it is left unchanged.</source>
        <translation>看来是 {0} 文字，却按 {1} 解码；保持原样。</translation>
    </message>
    <message>
        <source>It seems to be {0} decoded as {1}, of which {2}% of the bytes are lost; it is left unchanged.</source>
        <translation>看来是 {0} 文字，却按 {1} 解码，{2}% 的字节已丢失；保持原样。</translation>
    </message>
    <message>
        <source>It was misread a second time: {0}.</source>
        <translation>此外又误读过一次：{0}。</translation>
    </message>
    <message>
        <source>{0} is an HTML tag.</source>
        <translation>{0} 是 HTML 标签。</translation>
    </message>
    <message>
        <source>{0} is the kind of noise that forums insert against copying.</source>
        <translation>{0} 是论坛防复制的干扰字符。</translation>
    </message>
    <message>
        <source>{0} splits the word {1}; {2} words of this document are split like this.</source>
        <translation>{0}把“{1}”一词拆开了；本文档中有{2}个词被这样拆开。</translation>
    </message>
    <message>
        <source>{0} splits the word {1}, but no other word of this document is split.</source>
        <translation>{0}把“{1}”一词拆开了，但本文档中没有别的词被拆开。</translation>
    </message>
    <message>
        <source>A space beside or inside {0} did not exist in the encoding and became ?.</source>
        <translation>“{0}”旁边或中间的空格在原编码中不存在，变成了“?”。</translation>
    </message>
    <message>
        <source>The year in a document number is written {0}.</source>
        <translation>发文字号中的年份写作“{0}”。</translation>
    </message>
    <message>
        <source>{0} is the title of a document; question marks replaced its 《》.</source>
        <translation>“{0}”是文件标题，其书名号《》变成了问号。</translation>
    </message>
    <message>
        <source>{0} is the pinyin of {1}, which forms the word {2}.</source>
        <translation>{0}是“{1}”的拼音，与旁边的字组成“{2}”。</translation>
    </message>
    <message>
        <source>Words on this page were replaced by synonyms ({0}), which changed its meaning; the original can&apos;t be restored.</source>
        <translation>本页的词语被替换成了近义词（{0}），意思已经改变，无法恢复原文。</translation>
    </message>
    <message>
        <source>The second copy has {0} here.</source>
        <translation>另一份副本此处是“{0}”。</translation>
    </message>
    <message>
        <source>The remaining bytes match it.</source>
        <translation>残留的字节与之相符。</translation>
    </message>
    <message>
        <source>{0} has no meaning outside its own font.</source>
        <translation>{0} 是私用区字符，离开原字体没有意义。</translation>
    </message>
    <message>
        <source>It looks like part of a web page’s navigation.</source>
        <translation>像是网页导航的一部分。</translation>
    </message>
    <message>
        <source>There was a stray space inside {0}.</source>
        <translation>“{0}”中间混入了空格。</translation>
    </message>
    <message>
        <source>You decided this; Jingdu had read {0}.</source>
        <translation>这一处由您决定；净读原来读作“{0}”。</translation>
    </message>
    <message>
        <source>You decided this; Jingdu had removed it.</source>
        <translation>这一处由您决定；净读原来把它删掉了。</translation>
    </message>
    <message>
        <source>You decided this; Jingdu had proposed {0}.</source>
        <translation>这一处由您决定；净读曾建议改为“{0}”。</translation>
    </message>
    <message>
        <source>You decided this; Jingdu had proposed removing it.</source>
        <translation>这一处由您决定；净读曾建议删去。</translation>
    </message>
    <message>
        <source>You decided this; Jingdu had proposed nothing here.</source>
        <translation>这一处由您决定；净读在此没有提出建议。</translation>
    </message>
    <message>
        <source>Set by your rule for {0}.</source>
        <translation>按您为“{0}”定的规则替换。</translation>
    </message>
    <message>
        <source>Set by the rule for {0} in {1}, line {2}.</source>
        <translation>按 {1} 第{2}行为“{0}”定的规则替换。</translation>
    </message>
    <message>
        <source>Your rules set {0} as quotation marks.</source>
        <translation>您的规则规定引号用{0}。</translation>
    </message>
    <message>
        <source>Your rules set half-width digits and letters.</source>
        <translation>您的规则规定数字和字母用半角。</translation>
    </message>
    <message>
        <source>Bytes were lost here; nothing can be restored with certainty.</source>
        <translation>这里丢失了字节，无法确切还原。</translation>
    </message>
    <message>
        <source>1 byte is gone here: a character such as a digit, a comma or a parenthesis was taken for half of the Chinese character before it.</source>
        <translation>这里丢失1字节：数字、逗号、括号之类的一个字符，解码时被当作前一个汉字的后半。</translation>
    </message>
    <message>
        <source>{0} stands between Chinese characters once the bytes are realigned.</source>
        <translation>字节对齐之后，{0} 的两边都是汉字。</translation>
    </message>
    <message>
        <source>{0} has no counterpart in this sentence.</source>
        <translation>这一句中的 {0} 没有与之配对的另一半。</translation>
    </message>
    <message>
        <source>Too many bytes were lost to search everywhere; from here to the end of the paragraph, places that were not read: {0}.</source>
        <translation>丢失的字节太多，无法逐处查找；从此处到段落结尾，未能读出的有 {0} 处。</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <translation>软连字符</translation>
    </message>
    <message>
        <source>zero-width space</source>
        <translation>零宽空格</translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <translation>零宽不连字符</translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <translation>零宽连字符</translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation>单词连接符</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>字节顺序标记</translation>
    </message>
    <message>
        <source>&lt;1</source>
        <translation>不到1</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Clean text</source>
        <translation>净文</translation>
    </message>
    <message>
        <source>Text with pinyi&amp;n and word list</source>
        <translation>注音文本和词表(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Side-by-side comparison</source>
        <translation>双栏对照(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Word document with tracked changes</source>
        <translation>带修订标记的 Word 文档(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Clean Word document</source>
        <translation>净文 Word 文档(&amp;C)</translation>
    </message>
    <message>
        <source>Clean web &amp;page</source>
        <translation>净文网页(&amp;P)</translation>
    </message>
    <message>
        <source>Clean text as &amp;Markdown</source>
        <translation>净文 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Text with p&amp;inyin</source>
        <translation>注音文本(&amp;I)</translation>
    </message>
    <message>
        <source>Text with pinyin and m&amp;eanings</source>
        <translation>注音文本和释义(&amp;E)</translation>
    </message>
    <message>
        <source>E-&amp;book with pinyin (EPUB)</source>
        <translation>注音电子书 EPUB(&amp;B)</translation>
    </message>
    <message>
        <source>E-book with pinyin and meanings (EP&amp;UB)</source>
        <translation>注音电子书和释义 EPUB(&amp;U)</translation>
    </message>
    <message>
        <source>Word document with pin&amp;yin</source>
        <translation>注音 Word 文档(&amp;Y)</translation>
    </message>
    <message>
        <source>Word document with pinyin and w&amp;ord list</source>
        <translation>注音 Word 文档和词表(&amp;O)</translation>
    </message>
    <message>
        <source>PD&amp;F with pinyin and word list</source>
        <translation>注音 PDF 和词表(&amp;F)</translation>
    </message>
    <message>
        <source>PDF with pinyin and meanin&amp;gs</source>
        <translation>注音 PDF 和释义(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;List of repairs</source>
        <translation>修复清单(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Table of repairs (CSV)</source>
        <translation>修复表格（CSV）(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Differences (diff)</source>
        <translation>差异（diff）(&amp;D)</translation>
    </message>
    <message>
        <source>All data as &amp;JSON</source>
        <translation>全部数据（JSON）(&amp;J)</translation>
    </message>
    <message>
        <source>Decisions as test c&amp;ases</source>
        <translation>手定之处作为测试用例(&amp;A)</translation>
    </message>
    <message>
        <source>Text with pinyin in parentheses</source>
        <translation>括号注音文本</translation>
    </message>
    <message>
        <source>Interlinear pinyin</source>
        <translation>行间注音</translation>
    </message>
    <message>
        <source>Pinyin as JSON</source>
        <translation>注音数据（JSON）</translation>
    </message>
    <message>
        <source>&amp;Repair report</source>
        <translation>修复报告(&amp;R)</translation>
    </message>
    <message>
        <source>Characters this format cannot store, shown as control pictures: {count}</source>
        <translation>此格式无法保存、改用控制字符图形表示的字符：{count}</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>HSK level</source>
        <translation>HSK 等级</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>no kind</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>sure up to {percent}</source>
        <translation>把握不超过{percent}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>sure up to</source>
        <translation>把握不超过</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search repairs</source>
        <translation>搜索修复</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>All repairs</source>
        <translation>全部修复</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Added by hand</source>
        <translation>手工添改</translation>
    </message>
    <message>
        <source>You typed this where Jingdu had proposed nothing.</source>
        <translation>净读在此没有提出建议，由您手工改写。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>已替换%Ln处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{current} of {total}, by pinyin</source>
        <translation>第{current}处，共{total}处，按拼音</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>第{current}处，共{total}处</translation>
    </message>
    <message>
        <source>Find in both texts, or by pinyin</source>
        <translation>在两边查找，也可输拼音</translation>
    </message>
    <message>
        <source>Replace in the clean text with</source>
        <translation>在净文中替换为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已审毕</translation>
    </message>
    <message>
        <source>{count} undecided</source>
        <translation>{count}处未决</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>{count}处缺失</translation>
    </message>
    <message>
        <source>{count} unsure</source>
        <translation>{count}处存疑</translation>
    </message>
    <message>
        <source>{name}, needs review: {count}</source>
        <translation>{name}，待审校：{count}</translation>
    </message>
</context>
<context>
    <name>FolderPane</name>
    <message>
        <source>Name or pinyin</source>
        <translation>名称或拼音</translation>
    </message>
    <message>
        <source>Search the documents in the folder</source>
        <translation>搜索文件夹中的文档</translation>
    </message>
    <message>
        <source>Close the folder</source>
        <translation>关闭文件夹</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Documents in the folder</source>
        <translation>文件夹中的文档</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Needs review: {count}</source>
        <translation>待审校：{count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>正在列出文档…</translation>
    </message>
    <message>
        <source>Checked {done} of {total}</source>
        <translation>已检查{done}个，共{total}个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Part of a batch result: %Ln page(s)</source>
        <translation>
            <numerusform>批量清理结果的一部分：%Ln个页面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Batch result: %Ln page(s)</source>
        <translation>
            <numerusform>批量清理结果：%Ln个页面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln document(s)</source>
        <translation>
            <numerusform>仅列出前%Ln个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subfolder(s) cannot be read</source>
        <translation>
            <numerusform>%Ln个子文件夹无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a folder to see which documents still need review.</source>
        <translation>打开文件夹，看看哪些文档还待审校。</translation>
    </message>
    <message>
        <source>No documents in this folder.</source>
        <translation>此文件夹中没有文档。</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>没有匹配的文档。</translation>
    </message>
    <message>
        <source>Nothing in this folder needs review.</source>
        <translation>此文件夹中没有待审校的文档。</translation>
    </message>
    <message>
        <source>Nothing needs review so far.</source>
        <translation>目前没有待审校的文档。</translation>
    </message>
</context>
<context>
    <name>FontDialog</name>
    <message>
        <source>Reading font</source>
        <translation>阅读字体</translation>
    </message>
    <message>
        <source>Search fonts</source>
        <translation>搜索字体</translation>
    </message>
    <message>
        <source>Include fonts without Chinese</source>
        <translation>包括不含中文的字体</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
</context>
<context>
    <name>GlossariesDialog</name>
    <message>
        <source>Glossaries</source>
        <translation>词汇表</translation>
    </message>
    <message>
        <source>Words are looked up in your glossaries first, in this order, then in the dictionaries of Jingdu. Each line of a glossary is a word, a tab and its meaning, or an entry in the CC-CEDICT format.</source>
        <translation>查词时先按此顺序查您的词汇表，再查净读自带的词典。词汇表可用 CC-CEDICT 格式，也可每行写词语、制表符和释义。</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>重新读取(&amp;L)</translation>
    </message>
    <message>
        <source>No glossaries yet.</source>
        <translation>还没有词汇表。</translation>
    </message>
    <message>
        <source>More lines were skipped.</source>
        <translation>另有其他行也已跳过。</translation>
    </message>
    <message>
        <source>{name}: cannot be read</source>
        <translation>{name}：无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln个词</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
</context>
<context>
    <name>GroupPreview</name>
    <message numerus="yes">
        <source>Keep the original at %Ln place(s)?</source>
        <translation>
            <numerusform>%Ln处均保留原文？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln place(s)?</source>
        <translation>
            <numerusform>采纳%Ln处？</numerusform>
        </translation>
    </message>
    <message>
        <source>{alike} alike; {open} different, left open:</source>
        <translation>{alike}处相同；另有{open}处读法不同，暂不处理：</translation>
    </message>
    <message>
        <source>Nothing like it is left to decide.</source>
        <translation>没有同类的待定之处。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有%Ln处</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep {count}</source>
        <translation>保留{count}处</translation>
    </message>
    <message>
        <source>Accept {count}</source>
        <translation>采纳{count}处</translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部{count}处</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>一律如此</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>{day}: nothing read</source>
        <translation>{day}：没有阅读</translation>
    </message>
    <message numerus="yes">
        <source>{day}: {time} read, %Ln document(s)</source>
        <translation>
            <numerusform>{day}：读了{time}，%Ln个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reading calendar</source>
        <translation>阅读日历</translation>
    </message>
    <message>
        <source>Nothing read in the last year</source>
        <translation>过去一年没有阅读</translation>
    </message>
    <message numerus="yes">
        <source>Read on %Ln day(s) in the last year, {time} in all</source>
        <translation>
            <numerusform>过去一年读了%Ln天，共{time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>阅读时间</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&lt; 10 min</source>
        <translation>不到10分钟</translation>
    </message>
    <message>
        <source>&lt; 30 min</source>
        <translation>不到30分钟</translation>
    </message>
    <message>
        <source>&lt; 1 h</source>
        <translation>不到1小时</translation>
    </message>
    <message>
        <source>1 h or more</source>
        <translation>1小时以上</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>About Jingdu</source>
        <translation>关于净读</translation>
    </message>
    <message>
        <source>A reader for Chinese documents damaged by scrapers and content spinners. It runs entirely on this computer and sends nothing anywhere; it only fetches web addresses that you open.</source>
        <translation>用来阅读被采集器和伪原创工具弄坏的中文文档。完全在本机运行，不向任何地方发送数据；只读取您要求打开的网址。</translation>
    </message>
    <message>
        <source>MIT licence. Noto Sans SC under the SIL Open Font Licence; Qt under the LGPL.</source>
        <translation>MIT 许可证。Noto Sans SC 字体采用 SIL 开放字体许可证，Qt 采用 LGPL 许可证。</translation>
    </message>
</context>
<context>
    <name>HoverPopup</name>
    <message>
        <source>note:</source>
        <translation>批注：</translation>
    </message>
    <message>
        <source>original:</source>
        <translation>原文：</translation>
    </message>
    <message>
        <source>clean:</source>
        <translation>净文：</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press keys…</source>
        <translation>请按键…</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Review</source>
        <translation>审校</translation>
    </message>
    <message>
        <source>Next, previous place</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>A, Enter</source>
        <translation>A、Enter</translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>R, Backspace</source>
        <translation>R、Backspace</translation>
    </message>
    <message>
        <source>Choose an alternative</source>
        <translation>选择备选</translation>
    </message>
    <message>
        <source>Type a replacement</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>同类一并处置</translation>
    </message>
    <message>
        <source>All like this</source>
        <translation>相同处一并处置</translation>
    </message>
    <message>
        <source>Undo and go back</source>
        <translation>撤销并返回该处</translation>
    </message>
    <message>
        <source>Sort by place or confidence</source>
        <translation>按位置或把握排序</translation>
    </message>
    <message>
        <source>Search repairs</source>
        <translation>搜索修复</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>回到页面</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Quiet or Proof</source>
        <translation>静读/校样</translation>
    </message>
    <message>
        <source>Show or hide the original</source>
        <translation>显示或隐藏原文</translation>
    </message>
    <message>
        <source>Read aloud, stop</source>
        <translation>朗读、停止</translation>
    </message>
    <message>
        <source>Translate this sentence</source>
        <translation>翻译这句话</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Ctrl+mouse wheel</source>
        <translation>Ctrl+鼠标滚轮</translation>
    </message>
    <message>
        <source>Select text</source>
        <translation>选择文字</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Close the find bar or the popup</source>
        <translation>关闭查找栏或浮窗</translation>
    </message>
    <message>
        <source>Next, previous word</source>
        <translation>下一个、上一个词</translation>
    </message>
    <message>
        <source>Next, previous new word</source>
        <translation>下一个、上一个生词</translation>
    </message>
    <message>
        <source>Split the word; press again for another way</source>
        <translation>拆开此词；再按换一种拆法</translation>
    </message>
    <message>
        <source>Next, previous value in a chart</source>
        <translation>图表中的下一个、上一个数值</translation>
    </message>
    <message>
        <source>Next pinyin mode</source>
        <translation>切换注音方式</translation>
    </message>
    <message>
        <source>Tone colours: pinyin, characters, off</source>
        <translation>声调颜色：拼音、汉字、关闭</translation>
    </message>
    <message>
        <source>Glosses under the words</source>
        <translation>词下英文释义</translation>
    </message>
    <message>
        <source>List of words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Learning (word panel or list in front)</source>
        <translation>学习（生词栏或词表在前）</translation>
    </message>
    <message>
        <source>Next, previous sentence</source>
        <translation>下一句、上一句</translation>
    </message>
    <message>
        <source>New, learning, known, ignored</source>
        <translation>生词、在学、已会、忽略</translation>
    </message>
    <message>
        <source>Join with the next, previous word</source>
        <translation>与下一个、上一个词合并</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show the word</source>
        <translation>查看该词</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>查找词语</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从书库中移除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索书库</translation>
    </message>
    <message>
        <source>Close the library</source>
        <translation>关闭书库</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Next, previous difference</source>
        <translation>下一处、上一处差异</translation>
    </message>
    <message>
        <source>Use other copy</source>
        <translation>采用另一份</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>保留本文</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭对比</translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln处未决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln处缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to hide.</source>
        <translation>点击隐藏。</translation>
    </message>
    <message>
        <source>Click to show.</source>
        <translation>点击显示。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them decided by hand</source>
        <translation>
            <numerusform>其中手定%Ln处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Gloss</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Byte slip</source>
        <translation>字节错位</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>异体字</translation>
    </message>
    <message>
        <source>glosses</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Pinyin in parentheses was added after the character.</source>
        <translation>字后被加上了括号里的拼音。</translation>
    </message>
    <message>
        <source>byte slips</source>
        <translation>字节错位</translation>
    </message>
    <message>
        <source>Bytes were inserted or cut, which turned characters into others.</source>
        <translation>有字节被插入或截断，导致文字错乱。</translation>
    </message>
    <message>
        <source>variants</source>
        <translation>异体字</translation>
    </message>
    <message>
        <source>The character was replaced by a rare variant.</source>
        <translation>被换成了少见的异体字。</translation>
    </message>
    <message>
        <source>Traditional form</source>
        <translation>繁体字</translation>
    </message>
    <message>
        <source>traditional forms</source>
        <translation>繁体字</translation>
    </message>
    <message>
        <source>The character was replaced by a traditional form.</source>
        <translation>被换成了繁体字。</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>A punctuation mark was made half-width, or a stray space was inserted.</source>
        <translation>标点被改成了半角，或混入了多余的空格。</translation>
    </message>
    <message>
        <source>web page residue</source>
        <translation>网页残留</translation>
    </message>
    <message>
        <source>changes by hand</source>
        <translation>手定之处</translation>
    </message>
    <message>
        <source>You decided this yourself.</source>
        <translation>这一处由您自己决定。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>wrong encodings</source>
        <translation>编码错误</translation>
    </message>
    <message>
        <source>The text was read in the wrong encoding.</source>
        <translation>文字曾以错误的编码读取。</translation>
    </message>
    <message>
        <source>Web page residue</source>
        <translation>网页残留</translation>
    </message>
    <message>
        <source>Tags, entities, invisible characters or signs against copying were left over from a web page.</source>
        <translation>网页残留的标签、字符实体、不可见字符或防复制符号。</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手定</translation>
    </message>
</context>
<context>
    <name>KnownDialog</name>
    <message>
        <source>Words you know</source>
        <translation>已会的词</translation>
    </message>
    <message>
        <source>Words that you know are not marked as new, and get no pinyin where only new words have it. Words that you have set yourself stay as they are.</source>
        <translation>已会的词不再标为生词；只给生词注音时，也不给它们注音。您自己设定过的词保持不变。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Up to level</source>
        <translation>到哪一级</translation>
    </message>
    <message>
        <source>I know these</source>
        <translation>这些都会</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件读入…</translation>
    </message>
    <message>
        <source>A list of words, a table (.csv), or notes exported from Anki (.txt, .apkg)</source>
        <translation>词表、表格（.csv），或从Anki导出的笔记（.txt、.apkg）</translation>
    </message>
    <message>
        <source>HSK 2.0 (2010)</source>
        <translation>HSK 2.0（2010年）</translation>
    </message>
    <message>
        <source>HSK 3.0 (2021)</source>
        <translation>HSK 3.0（2021年）</translation>
    </message>
    <message>
        <source>HSK of 2025</source>
        <translation>HSK（2025年）</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>page headers</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>page footers</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>form fields</source>
        <translation>表单域</translation>
    </message>
    <message>
        <source>deleted passages</source>
        <translation>已删除的段落</translation>
    </message>
    <message>
        <source>hidden passages</source>
        <translation>隐藏的段落</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>embedded objects</source>
        <translation>嵌入对象</translation>
    </message>
    <message>
        <source>characters of symbol fonts</source>
        <translation>符号字体中的字符</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>批注和标记</translation>
    </message>
    <message>
        <source>signatures and stamps</source>
        <translation>签名和印章</translation>
    </message>
    <message>
        <source>attached files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>page backgrounds that repeat</source>
        <translation>重复的页面底版</translation>
    </message>
    <message>
        <source>pages inside the page</source>
        <translation>内嵌页面</translation>
    </message>
    <message>
        <source>readings above characters</source>
        <translation>字上的注音</translation>
    </message>
    <message>
        <source>pages outside the reading order</source>
        <translation>不在阅读顺序中的页</translation>
    </message>
    <message>
        <source>parts that cannot be read</source>
        <translation>无法读取的部分</translation>
    </message>
    <message>
        <source>pages whose font does not say which characters it shows</source>
        <translation>字体未注明所显示字符的页面</translation>
    </message>
    <message>
        <source>Not part of the text: {list}.</source>
        <translation>未读入正文：{list}。</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}（{count}）</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Nothing in this text needed repair.</source>
        <translation>本文没有需要修复的地方。</translation>
    </message>
</context>
<context>
    <name>LevelChart</name>
    <message>
        <source>Levels of the words</source>
        <translation>词语等级</translation>
    </message>
    <message>
        <source>{level}: {share} of the words, {known} of them known</source>
        <translation>{level}：占全部词语的{share}，其中已会{known}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已会</translation>
    </message>
</context>
<context>
    <name>LevelStrip</name>
    <message>
        <source>Levels of the words: {levels}</source>
        <translation>词语等级：{levels}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>in no list {percent}</source>
        <translation>超纲 {percent}</translation>
    </message>
    <message>
        <source>HSK {level} {percent}</source>
        <translation>HSK {level} {percent}</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>First opened {opened}, last read {read}</source>
        <translation>首次打开：{opened}，上次阅读：{read}</translation>
    </message>
    <message>
        <source>Its words will be counted when you open it.</source>
        <translation>打开后才会统计其中的词语。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Words known</source>
        <translation>已会词</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>阅读时间</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>上次阅读</translation>
    </message>
    <message>
        <source>{share} read</source>
        <translation>已读{share}</translation>
    </message>
    <message>
        <source>{share} of words known</source>
        <translation>已会词占{share}</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>约剩1分钟</translation>
    </message>
    <message>
        <source>about {number} minutes left</source>
        <translation>约剩{number}分钟</translation>
    </message>
    <message>
        <source>about {number} hours left</source>
        <translation>约剩{number}小时</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>不到1分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分钟</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}小时{minutes}分钟</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>missing from {folder}</source>
        <translation>找不到文件：{folder}</translation>
    </message>
    <message>
        <source>Reading history is off. Turn it on with Words &gt; Remember what I read.</source>
        <translation>目前不保留阅读记录。可用“词语 &gt; 保留阅读记录”开启。</translation>
    </message>
    <message>
        <source>Time counts while the window is in front and you scroll, move the pointer over the text or press keys. Pauses of more than two minutes and time spent reviewing repairs do not count. A passage counts as read once it has been on the screen long enough to be read. All of this stays on this computer.</source>
        <translation>窗口在最前面，且您在滚动、在文本上移动指针或按键时，才计入阅读时间；超过两分钟的停顿和审校所用的时间不计。一段文字在屏幕上停留的时间足够读完，才算已读。这些记录只保存在本机。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>in no list</source>
        <translation>超纲</translation>
    </message>
    <message>
        <source>HSK {level}</source>
        <translation>HSK {level}</translation>
    </message>
    <message>
        <source>{level} {share}</source>
        <translation>{level} {share}</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Your reading history was deleted.</source>
        <translation>阅读记录已删除。</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>{path} is no longer there.</source>
        <translation>找不到 {path}。</translation>
    </message>
    <message>
        <source>The text of “{title}” was not saved.</source>
        <translation>“{title}”的文本没有保存。</translation>
    </message>
    <message>
        <source>Paste it again to continue where you stopped.</source>
        <translation>再次粘贴，即可从上次停下的地方继续。</translation>
    </message>
    <message>
        <source>If you moved it, open it from its new folder to continue where you stopped.</source>
        <translation>如果移动过它，请从新的位置打开，即可从上次停下的地方继续。</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从书库中移除</translation>
    </message>
    <message>
        <source>“{title}” was removed from the library.</source>
        <translation>已将“{title}”从书库中移除。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) were removed from the library.</source>
        <translation>
            <numerusform>已从书库中移除%Ln个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Pages of the library</source>
        <translation>书库的页面</translation>
    </message>
    <message>
        <source>Close the library (Esc)</source>
        <translation>关闭书库（Esc）</translation>
    </message>
    <message>
        <source>Close the library</source>
        <translation>关闭书库</translation>
    </message>
</context>
<context>
    <name>ListFilters</name>
    <message>
        <source>no status</source>
        <translation>任何状态都不选</translation>
    </message>
    <message>
        <source> + </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>本文词语</translation>
    </message>
    <message>
        <source>All my words</source>
        <translation>我的全部生词</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有等级</translation>
    </message>
    <message>
        <source>Up to HSK {level}</source>
        <translation>HSK {level} 及以下</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>In order of the text</source>
        <translation>按文中顺序</translation>
    </message>
    <message>
        <source>By count here</source>
        <translation>按文中次数</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>按等级</translation>
    </message>
    <message>
        <source>By frequency</source>
        <translation>按词频</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>By pinyin</source>
        <translation>按拼音</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>最近更改在前</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Hanzi, pinyin or meaning</source>
        <translation>汉字、拼音或释义</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>查找词语</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Show the word</source>
        <translation>查看该词</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文中查看</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Open a text, and its words are listed here.</source>
        <translation>打开文稿后，这里会列出其中的词语。</translation>
    </message>
    <message>
        <source>Counting the words…</source>
        <translation>正在统计词语…</translation>
    </message>
    <message>
        <source>There are no Chinese words in this text.</source>
        <translation>本文没有中文词语。</translation>
    </message>
    <message>
        <source>You have no words of your own yet. Press 1 on a word to learn it, or K if you know it.</source>
        <translation>还没有自己的生词。选中词语后按 1 开始学习，已会的按 K。</translation>
    </message>
    <message>
        <source>Words of this document</source>
        <translation>本文词语</translation>
    </message>
    <message>
        <source>Looking up pinyin and meanings…</source>
        <translation>正在查拼音和释义…</translation>
    </message>
    <message>
        <source>No words match. Filters: {filters}</source>
        <translation>没有符合条件的词语。条件：{filters}</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除条件</translation>
    </message>
</context>
<context>
    <name>ListSummary</name>
    <message numerus="yes">
        <source>%n word(s) of your own</source>
        <translation>
            <numerusform>自己的词语%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} known</source>
        <translation>已会{number}</translation>
    </message>
    <message>
        <source>{percent} of the words here are known</source>
        <translation>本文词语已会{percent}</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>生词{number}</translation>
    </message>
    <message>
        <source>{number} learning</source>
        <translation>在学{number}</translation>
    </message>
</context>
<context>
    <name>MarkingSwitch</name>
    <message>
        <source>Quiet</source>
        <translation>静读</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>校样</translation>
    </message>
    <message>
        <source>Mark only what is unsure, undecided or decided by hand (V)</source>
        <translation>只标出存疑、未决与手定之处（V）</translation>
    </message>
    <message>
        <source>Mark every place that was replaced (V)</source>
        <translation>标出每一处替换 (V)</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Bookmarks and notes</source>
        <translation>书签与批注</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>No bookmarks or notes yet. Select some text, then add one from the Edit menu.</source>
        <translation>还没有书签或批注。请先选中文字，再从“编辑”菜单添加。</translation>
    </message>
    <message>
        <source>Note: {text} – {excerpt}</source>
        <translation>批注：{text} – {excerpt}</translation>
    </message>
    <message>
        <source>Bookmark: {text} – {excerpt}</source>
        <translation>书签：{text} – {excerpt}</translation>
    </message>
    <message>
        <source>Bookmark: {excerpt}</source>
        <translation>书签：{excerpt}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>System default</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>HSK of 2025</source>
        <translation>HSK（2025年）</translation>
    </message>
    <message>
        <source>HSK 3.0 (2021)</source>
        <translation>HSK 3.0（2021年）</translation>
    </message>
    <message>
        <source>HSK 2.0 (2010)</source>
        <translation>HSK 2.0（2010年）</translation>
    </message>
    <message>
        <source>Above HSK {level}</source>
        <translation>高于 HSK {level}</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>标准大小</translation>
    </message>
    <message>
        <source>Large, with wider line spacing</source>
        <translation>较大，行距加宽</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On the pinyin</source>
        <translation>标在拼音上</translation>
    </message>
    <message>
        <source>On the characters</source>
        <translation>标在汉字上</translation>
    </message>
    <message>
        <source>Tone marks: zhòng</source>
        <translation>调号：zhòng</translation>
    </message>
    <message>
        <source>Tone numbers: zhong4</source>
        <translation>数字标调：zhong4</translation>
    </message>
    <message>
        <source>Zhuyin: ㄓㄨㄥˋ</source>
        <translation>注音符号：ㄓㄨㄥˋ</translation>
    </message>
    <message>
        <source>No tones: zhong</source>
        <translation>不标声调：zhong</translation>
    </message>
    <message>
        <source>None, as in dictionaries</source>
        <translation>不标变调，与词典相同</translation>
    </message>
    <message>
        <source>一 and 不 only</source>
        <translation>只标“一”和“不”的变调</translation>
    </message>
    <message>
        <source>All, including third tones</source>
        <translation>全部，包括上声变调</translation>
    </message>
    <message>
        <source>Very slow</source>
        <translation>很慢</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>Very fast</source>
        <translation>很快</translation>
    </message>
    <message>
        <source>Default Chinese font</source>
        <translation>默认中文字体</translation>
    </message>
    <message>
        <source>Other font and size…</source>
        <translation>其他字体和字号…</translation>
    </message>
    <message>
        <source>Detect automatically</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>Detect automatically: {encoding}</source>
        <translation>自动检测：{encoding}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>OpenCommands</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板上没有文本。</translation>
    </message>
    <message>
        <source>Copy the text of a page first, then paste it here.</source>
        <translation>请先复制网页上的文字，再粘贴到这里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) were dropped and not opened.</source>
        <translation>
            <numerusform>另有%Ln个拖入的文件没有打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one file is opened at a time; drop them one by one.</source>
        <translation>一次只打开一个文件，请逐个拖入。</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the document</source>
        <translation>全文概览</translation>
    </message>
</context>
<context>
    <name>OwnCut</name>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Divide {word} as the dictionaries do</source>
        <translation>“{word}”按词典分词</translation>
    </message>
    <message>
        <source>{word}: joined by you</source>
        <translation>{word}：由您合并</translation>
    </message>
    <message>
        <source>{word}: split by you into {parts}</source>
        <translation>{word}：由您拆为 {parts}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find an action: English, 中文 or pinyin</source>
        <translation>查找命令：中文、拼音或英文</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>No action matches.</source>
        <translation>没有匹配的命令。</translation>
    </message>
</context>
<context>
    <name>PaneColumn</name>
    <message>
        <source>Clean text</source>
        <translation>净文</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>The repaired text. F6 goes to the panel, F1 lists the keys.</source>
        <translation>修复后的文本。按 F6 转到侧栏，按 F1 查看快捷键。</translation>
    </message>
    <message>
        <source>The text as it was before the repair.</source>
        <translation>修复前的文本。</translation>
    </message>
</context>
<context>
    <name>PinyinSettings</name>
    <message>
        <source>Hover</source>
        <translation>悬停注音</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>全部注音</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>生词注音</translation>
    </message>
    <message>
        <source>Above HSK {level}</source>
        <translation>高于 HSK {level}</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>首次注音</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不注音</translation>
    </message>
</context>
<context>
    <name>PlaceStack</name>
    <message numerus="yes">
        <source>%Ln place(s) are left to decide.</source>
        <translation>
            <numerusform>还有%Ln处待定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the first one</source>
        <translation>前往第一处</translation>
    </message>
    <message>
        <source>{decided} of {total} decided.</source>
        <translation>已定{decided}处，共{total}处。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are lost and left as they are.</source>
        <translation>
            <numerusform>其中%Ln处缺失，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export with tracked changes</source>
        <translation>导出为修订稿</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>审校完毕</translation>
    </message>
    <message>
        <source>Save clean text</source>
        <translation>保存净文</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln repair(s) here are certain.</source>
        <translation>
            <numerusform>%Ln处修复均有把握。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all repairs</source>
        <translation>显示全部修复</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>没有待定之处</translation>
    </message>
    <message>
        <source>This text has no repairs.</source>
        <translation>本文没有修复。</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message numerus="yes">
        <source>%Ln place(s) in this document change.</source>
        <translation>
            <numerusform>本文档中有%Ln处变化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) decided by hand stay as they are.</source>
        <translation>
            <numerusform>手定的%Ln处保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Nothing was repaired.</source>
        <translation>没有需要修复的地方。</translation>
    </message>
    <message>
        <source>{kinds} throughout.</source>
        <translation>全文都有{kinds}。</translation>
    </message>
    <message>
        <source>{kinds} throughout; paragraphs {numbers} are untouched.</source>
        <translation>全文都有{kinds}，只有第{numbers}段未受影响。</translation>
    </message>
    <message>
        <source>{kinds} almost throughout; {count} of {total} paragraphs are untouched.</source>
        <translation>几乎全文都有{kinds}，{total}段中有{count}段未受影响。</translation>
    </message>
    <message>
        <source>All paragraphs were repaired, mostly {kinds}.</source>
        <translation>各段都有修复，以{kinds}为主。</translation>
    </message>
    <message>
        <source>Only paragraphs {numbers} were repaired, mostly {kinds}.</source>
        <translation>只有第{numbers}段有修复，以{kinds}为主。</translation>
    </message>
    <message>
        <source>{count} of {total} paragraphs were repaired, mostly {kinds}.</source>
        <translation>{total}段中有{count}段有修复，以{kinds}为主。</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}和{1}</translation>
    </message>
    <message>
        <source>{0}–{1}</source>
        <translation>{0}–{1}</translation>
    </message>
</context>
<context>
    <name>ProfileStrip</name>
    <message>
        <source>Damage profile</source>
        <translation>损坏分布</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>第{number}段</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) to decide</source>
        <translation>
            <numerusform>%Ln处待定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingEdits</name>
    <message>
        <source>“{typed}” is not a valid reading of {word}.</source>
        <translation>“{typed}”不是“{word}”的读音。</translation>
    </message>
    <message>
        <source>Write one syllable per character, with tone marks or numbers.</source>
        <translation>请给每个字写一个音节，用调号或数字标声调。</translation>
    </message>
    <message>
        <source>You cannot decide here right now.</source>
        <translation>现在无法在这里审校。</translation>
    </message>
    <message>
        <source>It is open in another window, or still being restored.</source>
        <translation>本文已在另一个窗口中打开，或尚未修复完毕。</translation>
    </message>
</context>
<context>
    <name>ReadingMenu</name>
    <message>
        <source>Pronunciation of {word}</source>
        <translation>“{word}”的读音</translation>
    </message>
    <message>
        <source>Another pronunciation…</source>
        <translation>其他读音…</translation>
    </message>
    <message>
        <source>Always read {word} as {reading}</source>
        <translation>“{word}”总读作 {reading}</translation>
    </message>
    <message>
        <source>Reset to automatic</source>
        <translation>恢复自动注音</translation>
    </message>
    <message>
        <source>Reset this word to automatic</source>
        <translation>此词恢复自动注音</translation>
    </message>
</context>
<context>
    <name>ReadingRules</name>
    <message>
        <source>It is read as a surname here.</source>
        <translation>这里是姓氏。</translation>
    </message>
    <message>
        <source>In 为此, 为何, 为了 and the like it means “for”.</source>
        <translation>在“为此”“为何”“为了”这类词里，表示目的或原因。</translation>
    </message>
    <message>
        <source>With the verb before it, it means “become” or “be”.</source>
        <translation>与前面的动词连用，表示“成为、作为”。</translation>
    </message>
    <message>
        <source>In 以 … 为 it means “take as”.</source>
        <translation>在“以……为……”里，表示“当作”。</translation>
    </message>
    <message>
        <source>In 为 … 所 it says by whom something is done.</source>
        <translation>在“为……所……”里，表示被动。</translation>
    </message>
    <message>
        <source>A number, a date or a quotation follows, so it means “is”.</source>
        <translation>后面是数字、日期或引文，表示“是”。</translation>
    </message>
    <message>
        <source>A number with its unit follows, so it means “is”.</source>
        <translation>后面是带单位的数字，表示“是”。</translation>
    </message>
    <message>
        <source>What comes before it has a value, so it means “is”.</source>
        <translation>前面的事项要说明是什么，表示“是”。</translation>
    </message>
    <message>
        <source>The person something is done for follows, so it means “for”.</source>
        <translation>后面先说对象，再说做什么，表示“替、给”。</translation>
    </message>
    <message>
        <source>The person served follows, so it means “for”.</source>
        <translation>后面是服务的对象，表示“替、给”。</translation>
    </message>
    <message>
        <source>At the start of a clause, before a verb, it means “in order to”.</source>
        <translation>在分句开头、动词前面，表示目的。</translation>
    </message>
    <message>
        <source>After words such as 一心 and 专 it means “for”.</source>
        <translation>在“一心”“专”这类词后面，表示“为了”。</translation>
    </message>
    <message>
        <source>A list of people follows, so it means “for”.</source>
        <translation>后面列举对象，表示“替、给”。</translation>
    </message>
    <message>
        <source>After words such as 依法 and 免费 it means “for”.</source>
        <translation>在“依法”“免费”这类词后面，表示“替、给”。</translation>
    </message>
    <message>
        <source>A verb follows it and another comes later, so it means “in order to”.</source>
        <translation>后面接动词，再后面另有动词，表示目的。</translation>
    </message>
    <message>
        <source>It comes between two nouns and means “is”.</source>
        <translation>前后都是名词，表示“是”。</translation>
    </message>
    <message>
        <source>In 获得, 不得, 所得 and the like it means “get” or “may”.</source>
        <translation>在“获得”“不得”“所得”这类说法里，表示“取得”或“许可”。</translation>
    </message>
    <message>
        <source>What is won follows, so it means “get”.</source>
        <translation>后面是得到的东西，表示“取得”。</translation>
    </message>
    <message>
        <source>A number of points, votes or medals follows, so it means “get”.</source>
        <translation>后面是分数、票数或奖牌数，表示“取得”。</translation>
    </message>
    <message>
        <source>It comes before a verb and means “must”.</source>
        <translation>在动词前面，表示“必须”。</translation>
    </message>
    <message>
        <source>It comes after a verb and introduces how it is done.</source>
        <translation>在动词后面，引出补语。</translation>
    </message>
    <message>
        <source>It comes after a verb or an adjective and introduces the manner.</source>
        <translation>在动词或形容词后面，引出补语。</translation>
    </message>
    <message>
        <source>A word of degree follows, so it introduces the degree.</source>
        <translation>后面是程度词，引出补语。</translation>
    </message>
    <message>
        <source>It comes after a verb or an adjective and ends the phrase.</source>
        <translation>在动词或形容词后面，作补语标志。</translation>
    </message>
    <message>
        <source>After a noun or a person it means “get”.</source>
        <translation>在名词或人的后面，表示“取得”。</translation>
    </message>
    <message>
        <source>It means “land” or “place”.</source>
        <translation>表示“土地、地方”。</translation>
    </message>
    <message>
        <source>After what is done it means “place”.</source>
        <translation>前面说的是做什么，表示“地点”。</translation>
    </message>
    <message>
        <source>It names the place where something is done.</source>
        <translation>指做某事的地点。</translation>
    </message>
    <message>
        <source>It joins a description to the verb after it.</source>
        <translation>连接前面的描写和后面的动词。</translation>
    </message>
    <message>
        <source>After an adjective it says how something is done.</source>
        <translation>在形容词后面，说明怎样做。</translation>
    </message>
    <message>
        <source>After 性, 然 or a doubled word it says how something is done.</source>
        <translation>在“性”“然”或叠词后面，说明怎样做。</translation>
    </message>
    <message>
        <source>After a doubled word it says how something is done.</source>
        <translation>在叠词后面，说明怎样做。</translation>
    </message>
    <message>
        <source>A description comes before it and a verb after.</source>
        <translation>前面是描写，后面是动词。</translation>
    </message>
    <message>
        <source>What follows shows that it means “land” or “place”.</source>
        <translation>从后面的字看，表示“土地、地方”。</translation>
    </message>
    <message>
        <source>After 得, 不 or 没 it means “succeed in”.</source>
        <translation>在“得”“不”“没”后面，表示达到。</translation>
    </message>
    <message>
        <source>In 睡着了, 找着了 and the like it shows that it succeeded.</source>
        <translation>在“睡着了”“找着了”这类说法里，表示达到。</translation>
    </message>
    <message>
        <source>At the end of the clause it means “catch fire”.</source>
        <translation>在句末，表示“燃烧”。</translation>
    </message>
    <message>
        <source>An item of clothing follows, so it means “wear”.</source>
        <translation>后面是衣物，表示“穿”。</translation>
    </message>
    <message>
        <source>It comes after a verb and shows that it goes on.</source>
        <translation>在动词后面，表示持续。</translation>
    </message>
    <message>
        <source>What is owed follows, so it means “give back”.</source>
        <translation>后面是所欠的东西，表示“归还”。</translation>
    </message>
    <message>
        <source>At the end of the clause it means “give back”.</source>
        <translation>在分句末尾，表示“归还”。</translation>
    </message>
    <message>
        <source>What is given back comes before it, or the recipient after it.</source>
        <translation>前面是归还的东西，或后面是归还的对象，表示“归还”。</translation>
    </message>
    <message>
        <source>After 归, 偿 and the like it means “give back”.</source>
        <translation>在“归”“偿”这类字后面，表示“归还”。</translation>
    </message>
    <message>
        <source>It means “still” or “also”.</source>
        <translation>表示“仍然”或“也”。</translation>
    </message>
    <message>
        <source>It means “capital” or “city”.</source>
        <translation>表示“首都”或“城市”。</translation>
    </message>
    <message>
        <source>It is part of a name or a title.</source>
        <translation>是名称或官职的一部分。</translation>
    </message>
    <message>
        <source>It comes before what is said and means “all” or “even”.</source>
        <translation>在谓语前面，表示“全部”或“甚至”。</translation>
    </message>
    <message>
        <source>It names a watch of the night.</source>
        <translation>指夜里的更次。</translation>
    </message>
    <message>
        <source>What is changed follows, so it means “change”.</source>
        <translation>后面是改变的内容，表示“改变”。</translation>
    </message>
    <message>
        <source>It means “more”.</source>
        <translation>表示“更加”。</translation>
    </message>
    <message>
        <source>It means “confiscate” or “rise above”.</source>
        <translation>表示“没收”或“漫过”。</translation>
    </message>
    <message>
        <source>It means “not”.</source>
        <translation>表示“没有”。</translation>
    </message>
    <message>
        <source>A penalty follows, so it means “punish with”.</source>
        <translation>后面是处罚内容，表示“处以”。</translation>
    </message>
    <message>
        <source>With 于 or 在 it means “be in”.</source>
        <translation>与“于”“在”等连用，表示“身在”。</translation>
    </message>
    <message>
        <source>A number or a word such as 该 comes before it, so it means “place”.</source>
        <translation>前面是数词或“该”这类词，表示“地点”。</translation>
    </message>
    <message>
        <source>After 身, 地 and the like it means “find oneself in”.</source>
        <translation>在“身”“地”这类字后面，表示“身在”。</translation>
    </message>
    <message>
        <source>It means “get on with each other”.</source>
        <translation>表示“相处”。</translation>
    </message>
    <message>
        <source>What kind of place it is comes before it.</source>
        <translation>前面说明是怎样的地方，表示“地方”。</translation>
    </message>
    <message>
        <source>After the name of an office it means “division”.</source>
        <translation>在部门名称后面，表示“部门”。</translation>
    </message>
    <message>
        <source>A length or a time follows, so it means “long”.</source>
        <translation>后面是长度或时间，表示“长短”。</translation>
    </message>
    <message>
        <source>After a word of degree it means “long”.</source>
        <translation>在程度词后面，表示“不短”。</translation>
    </message>
    <message>
        <source>It describes a time or a distance and means “long”.</source>
        <translation>说的是时间或路程，表示“不短”。</translation>
    </message>
    <message>
        <source>What grows, or how, follows, so it means “grow”.</source>
        <translation>后面说长出什么或怎样，表示“生长”。</translation>
    </message>
    <message>
        <source>In 渐长, 见长 and the like it means “grow”.</source>
        <translation>在“渐长”“见长”这类词里，表示“增长”。</translation>
    </message>
    <message>
        <source>After the name of an office it means “head”.</source>
        <translation>在机构名称后面，表示“负责人”。</translation>
    </message>
    <message>
        <source>What follows shows that it means “long”.</source>
        <translation>从后面的字看，表示“不短”。</translation>
    </message>
    <message>
        <source>It means “religion” or “education”.</source>
        <translation>表示“宗教”或“教育”。</translation>
    </message>
    <message>
        <source>The person taught follows, so it means “teach”.</source>
        <translation>后面是教的对象，表示“传授”。</translation>
    </message>
    <message>
        <source>What is taught follows, so it means “teach”.</source>
        <translation>后面是教的内容，表示“传授”。</translation>
    </message>
    <message>
        <source>Before 了 or 的, as a verb, it means “teach”.</source>
        <translation>在“了”“的”前面作动词，表示“传授”。</translation>
    </message>
    <message>
        <source>With the character before it, it means “religion” or “teaching”.</source>
        <translation>与前面的字组成词，表示“宗教”或“教导”。</translation>
    </message>
    <message>
        <source>With the character after it, it means “teaching”.</source>
        <translation>与后面的字组成词，表示“教育、教导”。</translation>
    </message>
    <message>
        <source>A name follows, so it means “teach”.</source>
        <translation>后面是人名，表示“传授”。</translation>
    </message>
    <message>
        <source>After 一 it means a group travelling together.</source>
        <translation>在“一”后面，指同行的一批人。</translation>
    </message>
    <message>
        <source>At the end of the clause it means “all right”.</source>
        <translation>在句末，表示“可以”。</translation>
    </message>
    <message>
        <source>After a number it counts rows or lines.</source>
        <translation>在数词后面，指行列或行业。</translation>
    </message>
    <message>
        <source>It means “bank” or “firm”.</source>
        <translation>表示“银行”或“商行”。</translation>
    </message>
    <message>
        <source>With what follows it means “go” or “do”.</source>
        <translation>与后面的字连用，表示“走”或“做”。</translation>
    </message>
    <message>
        <source>With what comes before it, it means “go” or “do”.</source>
        <translation>与前面的字连用，表示“走”或“做”。</translation>
    </message>
    <message>
        <source>After 多 or 少, before an amount, it means “plant”.</source>
        <translation>在“多”“少”后面、数量前面，表示“种植”。</translation>
    </message>
    <message>
        <source>In 种了, 种上 and the like it means “plant”.</source>
        <translation>在“种了”“种上”这类说法里，表示“种植”。</translation>
    </message>
    <message>
        <source>After a number or a word such as 这 it means “kind”.</source>
        <translation>在数词或“这”这类词后面，表示“种类”。</translation>
    </message>
    <message>
        <source>A crop follows, so it means “plant”.</source>
        <translation>后面是作物，表示“种植”。</translation>
    </message>
    <message>
        <source>With what comes before it, it means “plant”.</source>
        <translation>与前面的字连用，表示“种植”。</translation>
    </message>
    <message>
        <source>It means “seed”, “breed” or “species”.</source>
        <translation>表示“种子”“品种”或“物种”。</translation>
    </message>
    <message>
        <source>It means “errand”.</source>
        <translation>表示“差事”。</translation>
    </message>
    <message>
        <source>What differs comes before it, so it means “difference”.</source>
        <translation>前面是比较的内容，表示“差别”。</translation>
    </message>
    <message>
        <source>How much is lacking follows.</source>
        <translation>后面说缺多少，表示“欠缺”。</translation>
    </message>
    <message>
        <source>After a word of degree it means “poor”.</source>
        <translation>在程度词后面，表示“不好”。</translation>
    </message>
    <message>
        <source>It describes a quality and means “poor”.</source>
        <translation>说的是质量、条件等，表示“不好”。</translation>
    </message>
    <message>
        <source>With 把 or 将 before it, it means “take for”.</source>
        <translation>前面有“把”或“将”，表示“当作”。</translation>
    </message>
    <message>
        <source>It means “be”, “at” or “when”.</source>
        <translation>表示“担任”“面对”或“在……时”。</translation>
    </message>
    <message>
        <source>An invitation or a request follows, so it means “at”.</source>
        <translation>后面是邀请或请求，表示“接受、响应”。</translation>
    </message>
    <message>
        <source>It means “answer” or “meet”.</source>
        <translation>表示“回应、适应”。</translation>
    </message>
    <message>
        <source>It means “ought to”.</source>
        <translation>表示“应当”。</translation>
    </message>
    <message>
        <source>It means “measure”.</source>
        <translation>表示“测量”。</translation>
    </message>
    <message>
        <source>It means “amount”.</source>
        <translation>表示“数量”。</translation>
    </message>
    <message>
        <source>After a number it counts layers.</source>
        <translation>在数词后面，表示“层”。</translation>
    </message>
    <message>
        <source>What follows is done again.</source>
        <translation>后面的事再做一次，表示“重新”。</translation>
    </message>
    <message>
        <source>It means “heavy” or “weight”.</source>
        <translation>表示“分量大”或“重量”。</translation>
    </message>
    <message>
        <source>It means “move”, “send” or “look into”.</source>
        <translation>表示“调动”或“查考”。</translation>
    </message>
    <message>
        <source>What is adjusted, or how, follows.</source>
        <translation>后面说怎样调整，表示“调整”。</translation>
    </message>
    <message>
        <source>It means “do” or “work”.</source>
        <translation>表示“做”。</translation>
    </message>
    <message>
        <source>It means “count”.</source>
        <translation>表示“点数目”。</translation>
    </message>
    <message>
        <source>What follows shows that it means “count”.</source>
        <translation>从后面的字看，表示“点数目”。</translation>
    </message>
    <message>
        <source>In 可数, 细数 and the like it means “count”.</source>
        <translation>在“可数”“细数”这类说法里，表示“点数目”。</translation>
    </message>
    <message>
        <source>It means “number” or “some”.</source>
        <translation>表示“数目”或“几”。</translation>
    </message>
    <message>
        <source>It only adds r-colouring to the syllable before it.</source>
        <translation>只是前一个音节的儿化。</translation>
    </message>
    <message>
        <source>It means “child” and is a syllable of its own.</source>
        <translation>表示“孩子”，自成音节。</translation>
    </message>
    <message>
        <source>After a number or a word such as 这 it counts animals or things.</source>
        <translation>在数词或“这”这类词后面，作量词。</translation>
    </message>
    <message>
        <source>It stands for boats or animals as a whole.</source>
        <translation>泛指船只或牲畜。</translation>
    </message>
    <message>
        <source>It means “only”.</source>
        <translation>表示“仅仅”。</translation>
    </message>
    <message>
        <source>It means “picture”.</source>
        <translation>表示“相片”。</translation>
    </message>
    <message>
        <source>With what comes before it, it means “looks”, “minister” or “phase”.</source>
        <translation>与前面的字连用，表示“相貌”“首相”或“位相”。</translation>
    </message>
    <message>
        <source>With what follows it means “looks” or “phase”.</source>
        <translation>与后面的字组成词，表示“相貌”或“位相”。</translation>
    </message>
    <message>
        <source>It comes before what is done and means “each other”.</source>
        <translation>在动词等前面，表示“互相”。</translation>
    </message>
    <message>
        <source>It means “general” or “player”.</source>
        <translation>表示“将领”或“能手”。</translation>
    </message>
    <message>
        <source>It means “will”, or “take” as 把 does.</source>
        <translation>表示“将要”，或相当于“把”。</translation>
    </message>
    <message>
        <source>It means “and” or “with”.</source>
        <translation>表示“和、跟”。</translation>
    </message>
    <message>
        <source>Those who are led follow, so it means “lead”.</source>
        <translation>后面是率领的对象，表示“带领”。</translation>
    </message>
    <message>
        <source>It means “rate”.</source>
        <translation>表示“比率”。</translation>
    </message>
    <message>
        <source>It means “divide” or “point”.</source>
        <translation>表示“分开”或“分数”。</translation>
    </message>
    <message>
        <source>It is part of a company name.</source>
        <translation>是企业名称的一部分。</translation>
    </message>
    <message>
        <source>What something is taken for follows, so it means “as”.</source>
        <translation>后面说的是把它当作什么，表示“作为”。</translation>
    </message>
    <message>
        <source>What comes before it tells how something is done.</source>
        <translation>前面的词说明怎样做。</translation>
    </message>
    <message>
        <source>The idiom before it tells how something is done.</source>
        <translation>前面的成语说明怎样做。</translation>
    </message>
    <message>
        <source>How somebody looks follows, so it means “grow”.</source>
        <translation>后面说长相，表示“生长”。</translation>
    </message>
    <message>
        <source>Where it goes follows, so it means “go”.</source>
        <translation>后面说到达哪里，表示“行进”。</translation>
    </message>
    <message>
        <source>It describes what comes before it and means “poor”.</source>
        <translation>用来评价前面的事物，表示“不好”。</translation>
    </message>
    <message>
        <source>It means “poor”.</source>
        <translation>表示“不好”。</translation>
    </message>
    <message>
        <source>How it is used follows, so it means “take for”.</source>
        <translation>后面说怎样使用或看待，表示“当作”。</translation>
    </message>
    <message>
        <source>It means “tone”.</source>
        <translation>表示色彩、语气或曲调。</translation>
    </message>
    <message>
        <source>With what follows it means “heavy”.</source>
        <translation>与后面的词连用，表示“重量大”或“程度深”。</translation>
    </message>
    <message>
        <source>It means “roll”.</source>
        <translation>表示弯转裹起，或裹成的东西。</translation>
    </message>
    <message>
        <source>It means “papers” or “volume”.</source>
        <translation>表示书卷、试卷或案卷。</translation>
    </message>
    <message>
        <source>It means “part in a play”.</source>
        <translation>表示戏剧或影视里的人物。</translation>
    </message>
    <message>
        <source>It means “corner” or “horn”.</source>
        <translation>表示角落、犄角。</translation>
    </message>
    <message>
        <source>It means “mould”.</source>
        <translation>表示模具。</translation>
    </message>
    <message>
        <source>It means “spring” or “flick”.</source>
        <translation>表示弹动、弹出。</translation>
    </message>
    <message>
        <source>It means “bullet” or “bomb”.</source>
        <translation>表示子弹、炸弹。</translation>
    </message>
    <message>
        <source>It means “year”, or “print”.</source>
        <translation>表示“年”，或“刊登、记录”。</translation>
    </message>
    <message>
        <source>It means “biography”.</source>
        <translation>表示传记。</translation>
    </message>
    <message>
        <source>It means “hand on”.</source>
        <translation>表示传递、传播。</translation>
    </message>
    <message>
        <source>It means “holiday” or “leave”.</source>
        <translation>表示假期。</translation>
    </message>
    <message>
        <source>It means “false”.</source>
        <translation>表示“不真”。</translation>
    </message>
    <message>
        <source>It means “dipper”, or a measure of grain.</source>
        <translation>表示斗形的器具或容量单位。</translation>
    </message>
    <message>
        <source>It means “strength” or “zeal”.</source>
        <translation>表示力气、精神。</translation>
    </message>
    <message>
        <source>It means “music”.</source>
        <translation>表示音乐。</translation>
    </message>
    <message>
        <source>It means “glad”, in names of firms and places, too.</source>
        <translation>表示“快乐”，用于企业名、地名时也是这样读。</translation>
    </message>
    <message>
        <source>It means “hair”.</source>
        <translation>表示头发。</translation>
    </message>
    <message>
        <source>It means “loose” or “scattered”.</source>
        <translation>表示松散、零散。</translation>
    </message>
    <message>
        <source>It means “dazed”.</source>
        <translation>表示发愣、糊涂。</translation>
    </message>
    <message>
        <source>It means “cover” or “receive”.</source>
        <translation>表示遮盖或受到。</translation>
    </message>
    <message>
        <source>It stands for Xiamen.</source>
        <translation>是厦门的简称。</translation>
    </message>
    <message>
        <source>At the end it marks a suggestion or a guess.</source>
        <translation>用在句末，表示商量、请求或推测。</translation>
    </message>
    <message>
        <source>After a verb and 得 it means “be able to”.</source>
        <translation>用在动词和“得”后面，表示能够。</translation>
    </message>
    <message>
        <source>It means “fall” or “be knocked down”.</source>
        <translation>表示倒下。</translation>
    </message>
    <message>
        <source>It means “pour” or “go backwards”.</source>
        <translation>表示倾倒、向后，或转折。</translation>
    </message>
    <message>
        <source>It means “disaster”.</source>
        <translation>表示灾难。</translation>
    </message>
    <message>
        <source>It means “difficult”.</source>
        <translation>表示困难。</translation>
    </message>
    <message>
        <source>It means “young”.</source>
        <translation>表示年轻。</translation>
    </message>
    <message>
        <source>It means “few” or “less”.</source>
        <translation>表示数量小。</translation>
    </message>
    <message>
        <source>It means “good”, or “done”.</source>
        <translation>表示优点多，或完成。</translation>
    </message>
    <message>
        <source>It means “dry”.</source>
        <translation>表示干燥。</translation>
    </message>
    <message>
        <source>It means “hit” or “win”.</source>
        <translation>表示正对上、受到。</translation>
    </message>
    <message>
        <source>It means “hide” or “keep”.</source>
        <translation>表示躲藏、收存。</translation>
    </message>
    <message>
        <source>It means “surrender” or “subdue”.</source>
        <translation>表示投降、制服。</translation>
    </message>
    <message>
        <source>It means “go down”.</source>
        <translation>表示下降。</translation>
    </message>
    <message>
        <source>It means “leave behind”.</source>
        <translation>表示遗漏、忘了拿。</translation>
    </message>
    <message>
        <source>It means “stick”.</source>
        <translation>表示粘贴、附着。</translation>
    </message>
    <message>
        <source>It means “sew”.</source>
        <translation>表示用针线连上。</translation>
    </message>
    <message>
        <source>It means “slap” or “fan”.</source>
        <translation>表示用手掌打，或摇动生风。</translation>
    </message>
    <message>
        <source>It means “suffer”.</source>
        <translation>表示遭受。</translation>
    </message>
    <message>
        <source>It means “be close to”.</source>
        <translation>表示靠近。</translation>
    </message>
    <message>
        <source>It means “tired”.</source>
        <translation>表示疲劳。</translation>
    </message>
    <message>
        <source>It means “rare”.</source>
        <translation>表示“少”。</translation>
    </message>
    <message>
        <source>It means “fresh”.</source>
        <translation>表示新鲜、鲜美。</translation>
    </message>
    <message>
        <source>It means “as far as possible”.</source>
        <translation>表示力求达到最大限度。</translation>
    </message>
    <message>
        <source>It means “to the end” or “use up”.</source>
        <translation>表示完、全部用出。</translation>
    </message>
    <message>
        <source>It means “vomit”.</source>
        <translation>表示呕吐。</translation>
    </message>
    <message>
        <source>It means “stuff”.</source>
        <translation>表示填入。</translation>
    </message>
    <message>
        <source>It means “blocked”.</source>
        <translation>表示堵住不通。</translation>
    </message>
    <message>
        <source>It means “tie”.</source>
        <translation>表示捆、打结。</translation>
    </message>
    <message>
        <source>It means “give up”.</source>
        <translation>表示放弃。</translation>
    </message>
    <message>
        <source>It means “proofread”.</source>
        <translation>表示校对。</translation>
    </message>
    <message>
        <source>It means “school”.</source>
        <translation>表示学校。</translation>
    </message>
    <message>
        <source>It means “diamond” or “drill”.</source>
        <translation>表示钻石、钻头。</translation>
    </message>
    <message>
        <source>It means “drill” or “go into”.</source>
        <translation>表示打孔、进入。</translation>
    </message>
    <message>
        <source>It means “carry on the back”.</source>
        <translation>表示用脊背驮。</translation>
    </message>
    <message>
        <source>With 同 before it, it means “go”.</source>
        <translation>与“同”连用，表示“走”。</translation>
    </message>
    <message>
        <source>It means “shop” or “berth”.</source>
        <translation>表示店铺、床铺。</translation>
    </message>
    <message>
        <source>It means “lay” or “spread”.</source>
        <translation>表示展开、铺设。</translation>
    </message>
    <message>
        <source>It means “thin”.</source>
        <translation>表示厚度小。</translation>
    </message>
    <message>
        <source>It means “sleep”.</source>
        <translation>表示睡眠。</translation>
    </message>
    <message>
        <source>It means “dig up” or “strip off”.</source>
        <translation>表示刨开、剥下。</translation>
    </message>
    <message>
        <source>It means “swallow”.</source>
        <translation>表示吞下。</translation>
    </message>
    <message>
        <source>It means “turn round”, or one turn.</source>
        <translation>表示旋转，或转的圈数。</translation>
    </message>
    <message>
        <source>It belongs to the five elements.</source>
        <translation>指“五行”：金、木、水、火、土。</translation>
    </message>
    <message>
        <source>It means “wound”.</source>
        <translation>表示伤口。</translation>
    </message>
    <message>
        <source>It means “sweat”.</source>
        <translation>表示汗水。</translation>
    </message>
    <message>
        <source>It means “crack”.</source>
        <translation>表示缝隙。</translation>
    </message>
    <message>
        <source>It means “cut”.</source>
        <translation>表示用刀切开。</translation>
    </message>
    <message>
        <source>It means “stir up”, or “tall”.</source>
        <translation>表示挑动，或身材高。</translation>
    </message>
    <message>
        <source>It means “choose”, or “carry on a pole”.</source>
        <translation>表示挑选，或用肩担。</translation>
    </message>
    <message>
        <source>It means “scatter”.</source>
        <translation>表示散布、撒落。</translation>
    </message>
    <message>
        <source>It means “how” or “why”.</source>
        <translation>表示“怎么”。</translation>
    </message>
    <message>
        <source>It means “head for”.</source>
        <translation>表示朝着目标去。</translation>
    </message>
    <message>
        <source>It means “workshop”.</source>
        <translation>表示作坊。</translation>
    </message>
    <message>
        <source>It means “coax”.</source>
        <translation>表示用言语逗引。</translation>
    </message>
    <message>
        <source>It means “grind”.</source>
        <translation>表示摩擦、研磨。</translation>
    </message>
    <message>
        <source>It means “do”, “make” or “get”.</source>
        <translation>表示做、搞或设法得到。</translation>
    </message>
    <message>
        <source>It means “lane”.</source>
        <translation>表示小巷。</translation>
    </message>
    <message>
        <source>It means “deep-fry”.</source>
        <translation>表示用油炸。</translation>
    </message>
    <message>
        <source>It means “put into a bowl or another vessel”.</source>
        <translation>表示把东西装进碗等容器。</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>from the original’s own gloss</source>
        <translation>依原文自带的注音</translation>
    </message>
    <message>
        <source>as in {word}</source>
        <translation>依词语“{word}”</translation>
    </message>
    <message>
        <source>your choice for {word}</source>
        <translation>您为“{word}”选定的读音</translation>
    </message>
    <message>
        <source>your choice here</source>
        <translation>您在此处选定的读音</translation>
    </message>
    <message>
        <source>grammar rule</source>
        <translation>语法规则</translation>
    </message>
    <message>
        <source>from context</source>
        <translation>依上下文</translation>
    </message>
    <message>
        <source>most common reading</source>
        <translation>最常见的读法</translation>
    </message>
    <message>
        <source>The original says {said}; in this word it is read {reading}.</source>
        <translation>原文注作 {said}，在这个词里读 {reading}。</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>用于此处</translation>
    </message>
    <message>
        <source>Reset this word to automatic</source>
        <translation>此词恢复自动注音</translation>
    </message>
    <message>
        <source>Always use</source>
        <translation>始终采用</translation>
    </message>
    <message>
        <source>Reset to automatic</source>
        <translation>恢复自动注音</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>No document is open.</source>
        <translation>没有打开的文档。</translation>
    </message>
    <message>
        <source>The document is still being restored.</source>
        <translation>文档仍在修复。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中文字。</translation>
    </message>
    <message>
        <source>This document is read-only here.</source>
        <translation>本文在此处只读。</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可撤销的处置。</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>没有可重做的处置。</translation>
    </message>
    <message>
        <source>No repair is selected.</source>
        <translation>没有选中修复。</translation>
    </message>
    <message>
        <source>All decisions apply.</source>
        <translation>所有处置均适用。</translation>
    </message>
    <message>
        <source>This version restored the document.</source>
        <translation>本文就是由当前版本修复的。</translation>
    </message>
    <message>
        <source>Only for web pages.</source>
        <translation>仅用于网页。</translation>
    </message>
    <message>
        <source>Only for text files.</source>
        <translation>仅用于文本文件。</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>all {decided} decided</source>
        <translation>{decided}处均已定</translation>
    </message>
    <message>
        <source>{decided} of {all} decided</source>
        <translation>已定{decided}处，共{all}处</translation>
    </message>
    <message>
        <source>{folder} (1 file)</source>
        <translation>{folder}（1个文件）</translation>
    </message>
    <message>
        <source>{folder} ({files} files)</source>
        <translation>{folder}（{files}个文件）</translation>
    </message>
    <message>
        <source>{done} of {files} files decided</source>
        <translation>共{files}个文件，已定{done}个</translation>
    </message>
    <message>
        <source>{done} of 1 file decided</source>
        <translation>共1个文件，已定{done}个</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>全部已定</translation>
    </message>
    <message>
        <source>{share} decided</source>
        <translation>已定{share}</translation>
    </message>
    <message>
        <source>{share} read</source>
        <translation>已读{share}</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count}处待定</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已审毕</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language in which dates are written</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>H:mm</source>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天{time}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>{share} · {place}</source>
        <translation>{share} · {place}</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清除列表</translation>
    </message>
</context>
<context>
    <name>RepairBrowser</name>
    <message>
        <source>This text has no repairs.</source>
        <translation>本文没有修复。</translation>
    </message>
    <message>
        <source>Nothing left to decide.</source>
        <translation>已无待定之处。</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>尚未作任何处置。</translation>
    </message>
    <message>
        <source>Show all repairs</source>
        <translation>显示全部修复</translation>
    </message>
    <message>
        <source>No repairs match. Filters: {filters}</source>
        <translation>没有符合的修复。筛选条件：{filters}</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Place in the text</source>
        <translation>在文中的位置</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>After</source>
        <translation>净文</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Group by pair</source>
        <translation>同类合并</translation>
    </message>
    <message>
        <source>Show only {pair}</source>
        <translation>只显示{pair}</translation>
    </message>
    <message>
        <source>Show only the rule {rule}</source>
        <translation>只显示规则{rule}</translation>
    </message>
    <message>
        <source>Accept all of this rule…</source>
        <translation>采纳此规则的各处…</translation>
    </message>
    <message>
        <source>Keep the original for this rule…</source>
        <translation>此规则各处均保留原文…</translation>
    </message>
    <message>
        <source>Accept everything at {percent} or more…</source>
        <translation>采纳把握不低于{percent}的各处…</translation>
    </message>
    <message>
        <source>Preview without this rule…</source>
        <translation>预览停用此规则的效果…</translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
</context>
<context>
    <name>RepairCommands</name>
    <message>
        <source>No repair to go to.</source>
        <translation>没有可以跳到的修复。</translation>
    </message>
    <message>
        <source>All kinds in this text are hidden; click them in the legend to show them.</source>
        <translation>本文所有的修复类型都已隐藏，可在图例中重新显示。</translation>
    </message>
    <message>
        <source>Nothing in this text needed repair.</source>
        <translation>本文没有需要修复的地方。</translation>
    </message>
    <message>
        <source>Nothing left to decide.</source>
        <translation>已无待定之处。</translation>
    </message>
</context>
<context>
    <name>RepairListModel</name>
    <message>
        <source>Before → after · count</source>
        <translation>原文 → 净文 · 次数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>RepairTable</name>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>alternative</source>
        <translation>选用备选</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工改写</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手定</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>{kind}: {before} → {after} ({state}, {percent}%)</source>
        <translation>{kind}：{before} → {after}（{state}，{percent}%）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Alternatives: {texts}</source>
        <translation>备选：{texts}</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>{year}-{month:02}-{day:02}</source>
        <translation>{year}年{month}月{day}日</translation>
    </message>
    <message>
        <source>Restored with Jingdu 净读</source>
        <translation>由净读 Jingdu 修复</translation>
    </message>
    <message>
        <source>Original: {encoding}, {count} characters</source>
        <translation>原文：{encoding}，{count}字</translation>
    </message>
    <message>
        <source>repairs</source>
        <translation>处修复</translation>
    </message>
    <message>
        <source>in {count} paragraphs</source>
        <translation>分布在{count}段中</translation>
    </message>
    <message>
        <source>of {count} decided</source>
        <translation>处已定，共{count}处</translation>
    </message>
    <message>
        <source>{unsure} unsure, {undecided} undecided, {lost} lost</source>
        <translation>存疑{unsure}，未决{undecided}，缺失{lost}</translation>
    </message>
    <message>
        <source>Damage profile</source>
        <translation>损坏分布</translation>
    </message>
    <message>
        <source>share of characters changed in each paragraph; marks above: places that need review</source>
        <translation>各段改动字符的比例；上方的标记：待审校之处</translation>
    </message>
    <message>
        <source>Clean text and original</source>
        <translation>净文与原文</translation>
    </message>
    <message>
        <source>left: clean text; right: original; lines under characters: kind of repair; boxes and waves: needs review</source>
        <translation>左为净文，右为原文；字下的线表示修复类别，方框和波浪线表示待审校</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>待审校</translation>
    </message>
    <message>
        <source>Nothing left to decide.</source>
        <translation>已无待定之处。</translation>
    </message>
    <message>
        <source>Decided by hand</source>
        <translation>手定之处</translation>
    </message>
    <message>
        <source>Certain means a confidence of 95% or more, unsure 60% to 95%, undecided below 60%. SHA-256 of the original text in UTF-8: {hash}</source>
        <translation>“确定”指把握不低于95%，“存疑”指60%至95%，“未决”指低于60%。原文（UTF-8）的 SHA-256：{hash}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Clean text</source>
        <translation>净文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>{drawn} of the {total} certain repairs, drawn at random; the same document always gives the same ones. Check each one and mark it right or wrong. If none is wrong, at most {percent}% of all certain repairs are, with {sure}% confidence.</source>
        <translation>从{total}处确定的修复中随机抽取{drawn}处；同一文档每次抽到的都相同。请逐一核对，勾选对错。如果无一处有错，那么在{sure}%的置信水平下，全部确定的修复中有错的至多占{percent}%。</translation>
    </message>
    <message>
        <source>These are all {total} certain repairs.</source>
        <translation>确定的修复共{total}处，全部列在这里。</translation>
    </message>
    <message>
        <source>right</source>
        <translation>对</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>{wrong} wrong: at most {percent}%</source>
        <translation>错{wrong}处：至多{percent}%</translation>
    </message>
    <message>
        <source>Marked as wrong: </source>
        <translation>标为错的：</translation>
    </message>
    <message>
        <source>Spot check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Repairs by pair</source>
        <translation>按改法归类</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>最低把握</translation>
    </message>
    <message>
        <source>and {count} more; see the table of repairs (CSV)</source>
        <translation>另有{count}项，见修复表格（CSV）</translation>
    </message>
</context>
<context>
    <name>ReviewLists</name>
    <message>
        <source>Decisions that no longer apply</source>
        <translation>不再适用的处置</translation>
    </message>
    <message>
        <source>The text here was changed or deleted. Your decisions are kept and will apply again if it comes back.</source>
        <translation>这些文字已被改动或删除。您的处置仍然保留，文字恢复后会重新生效。</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>您的处置</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Comparison with your rules</source>
        <translation>与您的规则对比</translation>
    </message>
    <message>
        <source>Places that your rules would change: {count}. Your decisions stay either way.</source>
        <translation>您的规则会改动{count}处。您的处置不受影响。</translation>
    </message>
    <message>
        <source>By your rules</source>
        <translation>按您的规则</translation>
    </message>
    <message>
        <source>Apply the rules</source>
        <translation>应用规则</translation>
    </message>
    <message>
        <source>Comparison with this version</source>
        <translation>与当前版本对比</translation>
    </message>
    <message>
        <source>Places that this version of Jingdu would repair differently: {count}. Your decisions stay either way.</source>
        <translation>当前版本有{count}处修复不同。您的处置不受影响。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>This version</source>
        <translation>当前版本</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>采用当前版本</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>ReviewNews</name>
    <message>
        <source>This document is open in another window.</source>
        <translation>本文已在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>It is read-only here. Open it again to see decisions made there.</source>
        <translation>此处只读。重新打开即可看到那边的处置。</translation>
    </message>
    <message>
        <source>Decide here instead</source>
        <translation>改在这里审校</translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer apply and are kept.</source>
        <translation>
            <numerusform>%Ln项不再适用，已保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) still apply.</source>
        <translation>
            <numerusform>%Ln项处置仍然适用。</numerusform>
        </translation>
    </message>
    <message>
        <source>This text has changed since you decided on it.</source>
        <translation>本文在上次审校后有改动。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>All other decisions apply. A copy is made before anything is saved.</source>
        <translation>其余处置不受影响。保存前会先备份。</translation>
    </message>
    <message>
        <source>The repairs saved with this document are damaged.</source>
        <translation>随本文保存的修复结果已损坏。</translation>
    </message>
    <message>
        <source>It was restored again; your decisions apply.</source>
        <translation>本文已重新修复，您的处置仍然适用。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln decision(s) still apply.</source>
        <translation>
            <numerusform>%Ln项处置全部适用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your rules have changed since this document was restored.</source>
        <translation>修复本文档之后，您的规则有了变动。</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>内容未变。</translation>
    </message>
    <message>
        <source>Show differences</source>
        <translation>查看差异</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在对比…</translation>
    </message>
    <message>
        <source>This version of Jingdu gives the same result.</source>
        <translation>当前版本的修复结果相同。</translation>
    </message>
    <message>
        <source>Your rules give the same result.</source>
        <translation>按您的规则修复，结果相同。</translation>
    </message>
    <message>
        <source>Nothing is lost while this window stays open; saving is retried automatically.</source>
        <translation>只要不关闭窗口就不会丢失；程序会自动重试。</translation>
    </message>
    <message>
        <source>Another window has taken over this document.</source>
        <translation>另一个窗口已接手本文。</translation>
    </message>
    <message>
        <source>What you decided is saved. It is read-only here from now on.</source>
        <translation>您的处置已保存。从现在起此处只读。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of {name} cannot be read.</source>
        <translation>
            <numerusform>{name} 中有%Ln行无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>This document was restored by another version of Jingdu.</source>
        <translation>本文由另一版本的净读修复。</translation>
    </message>
    <message>
        <source>Your decisions cannot be saved: {what}</source>
        <translation>无法保存您的处置：{what}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>{pair}, by the same rule, with the same alternatives</source>
        <translation>{pair}，规则与备选均相同</translation>
    </message>
    <message>
        <source>Everything at {percent} or more</source>
        <translation>把握不低于{percent}的各处</translation>
    </message>
    <message>
        <source>The bytes are gone: type what belongs here (E), or leave it (R).</source>
        <translation>此处字节已缺失：请键入原有文字（E），或保持原样（R）。</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Incomplete characters</source>
        <translation>残缺的字</translation>
    </message>
    <message>
        <source>Text in the wrong encoding</source>
        <translation>编码错误的文字（乱码）</translation>
    </message>
    <message>
        <source>HTML codes</source>
        <translation>HTML 代码</translation>
    </message>
    <message>
        <source>Codes for characters</source>
        <translation>字符转义代码</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>不可见字符</translation>
    </message>
    <message>
        <source>Characters that need a special font</source>
        <translation>需要特殊字体的字符</translation>
    </message>
    <message>
        <source>Doubled spaces</source>
        <translation>重复的空格</translation>
    </message>
    <message>
        <source>HTML tags</source>
        <translation>HTML 标签</translation>
    </message>
    <message>
        <source>Anti-copy noise from forums</source>
        <translation>论坛防复制乱码</translation>
    </message>
    <message>
        <source>Spaces and brackets that became question marks</source>
        <translation>变成问号的空格和括号</translation>
    </message>
    <message>
        <source>Signs inside words</source>
        <translation>词语中间的符号</translation>
    </message>
    <message>
        <source>Pinyin in place of characters</source>
        <translation>代替汉字的拼音</translation>
    </message>
    <message>
        <source>Words replaced by synonyms</source>
        <translation>被近义词替换的词语</translation>
    </message>
    <message>
        <source>Web page menu lines</source>
        <translation>网页菜单行</translation>
    </message>
    <message>
        <source>Text decoded one byte off</source>
        <translation>错位一个字节的文字</translation>
    </message>
    <message>
        <source>Pinyin in parentheses</source>
        <translation>括号里的注音</translation>
    </message>
    <message>
        <source>Traditional characters in undamaged text</source>
        <translation>未受损文本中的繁体字</translation>
    </message>
    <message>
        <source>Traditional and variant forms in replaced text</source>
        <translation>被换字文本中的繁体字和异体字</translation>
    </message>
    <message>
        <source>Words with a fixed form</source>
        <translation>有固定写法的词</translation>
    </message>
    <message>
        <source>Half-width punctuation</source>
        <translation>半角标点</translation>
    </message>
    <message>
        <source>Stray spaces</source>
        <translation>多余的空格</translation>
    </message>
    <message>
        <source>Characters completed from their bytes</source>
        <translation>按残留字节补全的字</translation>
    </message>
    <message>
        <source>Characters guessed from context</source>
        <translation>按上下文猜测的字</translation>
    </message>
    <message>
        <source>Pinyin between the two bytes of a character</source>
        <translation>一个字两个字节之间的注音</translation>
    </message>
    <message>
        <source>Lines realigned by one byte</source>
        <translation>重新对齐一个字节的行</translation>
    </message>
    <message>
        <source>GBK decoded as Windows-1252</source>
        <translation>GBK 误作 Windows-1252 解码</translation>
    </message>
    <message>
        <source>Big5 decoded as Windows-1252</source>
        <translation>Big5 误作 Windows-1252 解码</translation>
    </message>
    <message>
        <source>UTF-8 decoded as Windows-1252</source>
        <translation>UTF-8 误作 Windows-1252 解码</translation>
    </message>
    <message>
        <source>UTF-8 decoded as GBK</source>
        <translation>UTF-8 误作 GBK 解码</translation>
    </message>
    <message>
        <source>Chinese decoded as letters of Europe</source>
        <translation>中文误作欧洲文字解码</translation>
    </message>
    <message>
        <source>Chinese decoded as other characters of East Asia</source>
        <translation>中文误作其他东亚文字解码</translation>
    </message>
    <message>
        <source>Lines whose encoding is only identified</source>
        <translation>只标明编码、不作还原的行</translation>
    </message>
    <message>
        <source>Codes for characters such as \u516c or %E5%85%AC</source>
        <translation>\u516c、%E5%85%AC 一类字符转义代码</translation>
    </message>
    <message>
        <source>HTML codes such as &amp;nbsp;</source>
        <translation>&amp;nbsp; 之类的 HTML 代码</translation>
    </message>
    <message>
        <source>Zero-width characters and soft hyphens</source>
        <translation>零宽字符和软连字符</translation>
    </message>
    <message>
        <source>Private-use characters</source>
        <translation>私用区字符</translation>
    </message>
    <message>
        <source>Two spaces instead of one</source>
        <translation>一个空格变成两个</translation>
    </message>
    <message>
        <source>HTML tags such as &lt;br&gt;</source>
        <translation>&lt;br&gt; 之类的 HTML 标签</translation>
    </message>
    <message>
        <source>Random characters at line ends</source>
        <translation>行尾的随机字符</translation>
    </message>
    <message>
        <source>Question marks that were spaces</source>
        <translation>原为空格的问号</translation>
    </message>
    <message>
        <source>Question marks that were 〔〕 or 《》</source>
        <translation>原为〔〕或《》的问号</translation>
    </message>
    <message>
        <source>Question marks and dots that split words</source>
        <translation>拆开词语的问号和点</translation>
    </message>
    <message>
        <source>Characters written in pinyin</source>
        <translation>写成拼音的字</translation>
    </message>
    <message>
        <source>Pages whose words were replaced</source>
        <translation>词语被替换的网页</translation>
    </message>
    <message>
        <source>Menu lines such as “Next page”</source>
        <translation>“下一页”之类的菜单行</translation>
    </message>
    <message>
        <source>Pinyin after a character</source>
        <translation>字后的注音</translation>
    </message>
    <message>
        <source>Second pinyin after a character</source>
        <translation>字后的第二个注音</translation>
    </message>
    <message>
        <source>Pinyin that may be intended</source>
        <translation>可能是原有的注音</translation>
    </message>
    <message>
        <source>Traditional characters by table</source>
        <translation>按字表转换的繁体字</translation>
    </message>
    <message>
        <source>Traditional characters by word</source>
        <translation>按词转换的繁体字</translation>
    </message>
    <message>
        <source>Variants listed in dictionaries</source>
        <translation>字典收录的异体字</translation>
    </message>
    <message>
        <source>Variants by sound and shape</source>
        <translation>按音、形推断的异体字</translation>
    </message>
    <message>
        <source>Full-width punctuation</source>
        <translation>全角标点</translation>
    </message>
    <message>
        <source>Spaces between characters</source>
        <translation>汉字之间的空格</translation>
    </message>
    <message>
        <source>Bytes that are gone</source>
        <translation>字节已丢失</translation>
    </message>
    <message>
        <source>Typed where nothing was repaired</source>
        <translation>在未修复之处改写</translation>
    </message>
    <message>
        <source>Text taken from the second copy</source>
        <translation>取自另一份副本的文字</translation>
    </message>
    <message>
        <source>Pairs of your rules</source>
        <translation>自定规则中的替换</translation>
    </message>
    <message>
        <source>Protected by your rules</source>
        <translation>受自定规则保护</translation>
    </message>
    <message>
        <source>Quotation marks of your rules</source>
        <translation>自定规则的引号</translation>
    </message>
    <message>
        <source>Digits and letters of your rules</source>
        <translation>自定规则的数字和字母</translation>
    </message>
    <message>
        <source>First occurrence</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <source>New</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>处数</translation>
    </message>
    <message>
        <source>What changes in this document</source>
        <translation>本文档中的变化</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在对比…</translation>
    </message>
    <message>
        <source>Comparing… {percent}%</source>
        <translation>正在对比… {percent}%</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Open a document to try the rules on it.</source>
        <translation>打开一篇文档，才能试用规则。</translation>
    </message>
    <message>
        <source>Nothing changes in this document.</source>
        <translation>本文档没有变化。</translation>
    </message>
    <message>
        <source>Rules without a check mark are not applied.</source>
        <translation>未勾选的规则不会应用。</translation>
    </message>
    <message>
        <source>Built-in rules</source>
        <translation>内置规则</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>不作规定</translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Curly: “ ”</source>
        <translation>弯引号：“ ”</translation>
    </message>
    <message>
        <source>Corner brackets: 「 」</source>
        <translation>直角引号：「 」</translation>
    </message>
    <message>
        <source>Half-width: 2024, ABC</source>
        <translation>半角：2024，ABC</translation>
    </message>
    <message>
        <source>Full-width where marks were made half-width</source>
        <translation>标点被改成半角时恢复全角</translation>
    </message>
    <message>
        <source>Quotation marks:</source>
        <translation>引号：</translation>
    </message>
    <message>
        <source>Full-width digits and letters:</source>
        <translation>全角数字和字母：</translation>
    </message>
    <message>
        <source>Half-width punctuation:</source>
        <translation>半角标点：</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Only inside</source>
        <translation>仅限此上下文</translation>
    </message>
</context>
<context>
    <name>RulesController</name>
    <message>
        <source>Applying the rules…</source>
        <translation>正在应用规则…</translation>
    </message>
    <message>
        <source>The rules are saved.</source>
        <translation>规则已保存。</translation>
    </message>
    <message>
        <source>Open this document again to apply them.</source>
        <translation>重新打开本文档后生效。</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>所有文档</translation>
    </message>
    <message>
        <source>Documents in this folder</source>
        <translation>本文件夹中的文档</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>本文档</translation>
    </message>
    <message>
        <source>These texts are always replaced.</source>
        <translation>这些文字一律替换。</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>These replacements are never made.</source>
        <translation>这些替换一律不做。</translation>
    </message>
    <message>
        <source>Never becomes</source>
        <translation>不替换为</translation>
    </message>
    <message>
        <source>These words and names stay exactly as in the original.</source>
        <translation>这些词语和名称照原文不动。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>This pinyin is kept: (ma) everywhere, 吗(ma) only after 吗.</source>
        <translation>保留这些注音：(ma) 在任何位置都保留，吗(ma) 只在“吗”后保留。</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Always replace</source>
        <translation>一律替换</translation>
    </message>
    <message>
        <source>Never replace</source>
        <translation>一律不替换</translation>
    </message>
    <message>
        <source>Keep as is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Keep pinyin</source>
        <translation>保留注音</translation>
    </message>
    <message>
        <source>Built-in rules</source>
        <translation>内置规则</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>These rules apply to:</source>
        <translation>规则适用于：</translation>
    </message>
    <message>
        <source>Folder rules can only replace or keep text.</source>
        <translation>文件夹规则只能替换或保留文字。</translation>
    </message>
    <message>
        <source>{section}, row {number}: {problem}.</source>
        <translation>“{section}”第{number}行：{problem}。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saving {name}…</source>
        <translation>正在保存 {name}…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are undecided.</source>
        <translation>
            <numerusform>%Ln处未决。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are lost.</source>
        <translation>
            <numerusform>%Ln处缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clean text was saved as {name}.</source>
        <translation>净文已保存为 {name}。</translation>
    </message>
    <message>
        <source>Saving {name}: {percent}%</source>
        <translation>正在保存 {name}：{percent}%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export stopped.</source>
        <translation>已停止导出。</translation>
    </message>
    <message>
        <source>{name} was saved.</source>
        <translation>{name} 已保存。</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>No translation server is set up, so nothing was sent.</source>
        <translation>尚未设置翻译服务器，因此没有发送任何内容。</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Glosses under the words</source>
        <translation>词下英文释义</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>正在翻译…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>by {server}</source>
        <translation>由 {server} 翻译</translation>
    </message>
</context>
<context>
    <name>ShareChart</name>
    <message>
        <source>Words known over time</source>
        <translation>已会词比例的变化</translation>
    </message>
    <message>
        <source>{day}: {share} of the words in your documents known</source>
        <translation>{day}：已会词占{share}</translation>
    </message>
    <message>
        <source>From {first} on {day} to {last} today</source>
        <translation>从{day}的{first}到今天的{last}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Words known</source>
        <translation>已会词</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>按名称或按键搜索</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>没有匹配的快捷键。</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>重新指定</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Click to change</source>
        <translation>点击修改</translation>
    </message>
    <message>
        <source>These keys cannot be changed.</source>
        <translation>这些按键不能修改。</translation>
    </message>
    <message>
        <source>Press the new keys. Backspace removes them, Esc cancels.</source>
        <translation>请按新的快捷键。退格键清除，Esc 取消。</translation>
    </message>
    <message>
        <source>Use Ctrl, Alt or a function key: letters alone are for typing.</source>
        <translation>请使用 Ctrl、Alt 或功能键；单个字母用于输入。</translation>
    </message>
    <message>
        <source>{keys} is already used for “{action}”.</source>
        <translation>{keys} 已用于“{action}”。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Review</source>
        <translation>审校</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>生词</translation>
    </message>
    <message>
        <source>List</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭侧栏</translation>
    </message>
</context>
<context>
    <name>SpanMarks</name>
    <message>
        <source>Remove bookmark</source>
        <translation>移除书签</translation>
    </message>
    <message>
        <source>This document has no bookmarks.</source>
        <translation>本文没有书签。</translation>
    </message>
    <message>
        <source>To add one, select some text and choose Edit &gt; Add or remove bookmark.</source>
        <translation>要添加书签，请先选中文字，再选择“编辑 &gt; 添加或移除书签”。</translation>
    </message>
    <message>
        <source>No more bookmarks after this place.</source>
        <translation>此处之后没有书签。</translation>
    </message>
    <message>
        <source>No more bookmarks before this place.</source>
        <translation>此处之前没有书签。</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Edit note…</source>
        <translation>编辑批注…</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>添加批注…</translation>
    </message>
    <message>
        <source>Select some text first.</source>
        <translation>请先选中文字。</translation>
    </message>
    <message>
        <source>You cannot add bookmarks or notes here right now.</source>
        <translation>现在无法在这里添加书签或批注。</translation>
    </message>
    <message>
        <source>Bookmark added</source>
        <translation>已添加书签</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>已保存批注</translation>
    </message>
    <message>
        <source>It is open in another window, or still being restored.</source>
        <translation>本文已在另一个窗口中打开，或尚未修复完毕。</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>已移除书签</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>已移除批注</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>Looking for a Chinese voice…</source>
        <translation>正在查找中文语音…</translation>
    </message>
</context>
<context>
    <name>StartActions</name>
    <message>
        <source>Jingdu 净读</source>
        <translation>净读 Jingdu</translation>
    </message>
    <message>
        <source>Read what scrapers broke</source>
        <translation>还原被采集损坏的中文文档</translation>
    </message>
    <message>
        <source>The clean text stands beside the original. Every repair can be seen, explained and undone.</source>
        <translation>净文与原文并列对照。
每处修复都可查看理由，也可撤销。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文本</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Page address</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Or drop files or text anywhere in this window. Documents stay on this computer.</source>
        <translation>也可将文件或文本拖放到本窗口任意位置。
文档只留在本机。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Name, folder or pinyin</source>
        <translation>名称、文件夹或拼音</translation>
    </message>
    <message>
        <source>Search the recent documents</source>
        <translation>搜索最近打开的文档</translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation>最近打开的文档</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>开始页</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>没有匹配的文档。</translation>
    </message>
    <message>
        <source>Documents you open are listed here with their progress.</source>
        <translation>打开过的文档会列在这里，并显示处理进度。</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Lost</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手定</translation>
    </message>
    <message>
        <source>1 byte is gone here</source>
        <translation>这里丢失1字节</translation>
    </message>
    <message>
        <source>{count} bytes are gone here</source>
        <translation>这里丢失{count}字节</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>words known, {learning} learning</source>
        <translation>已会词，另有{learning}个在学</translation>
    </message>
    <message>
        <source>of the words in your documents are known</source>
        <translation>已会词占文档词语的比例</translation>
    </message>
    <message>
        <source>characters a minute, last 30 days</source>
        <translation>字/分钟，最近三十天的阅读速度</translation>
    </message>
    <message>
        <source>read in the last seven days</source>
        <translation>最近七天的阅读时间</translation>
    </message>
    <message>
        <source>characters a minute, assumed until you have read more</source>
        <translation>字/分钟，为估计值；多读后改按实际速度</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>learning {step}</source>
        <translation>在学{step}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>生词</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已会</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Restoring</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Repair {current} of {total}</source>
        <translation>第{current}处修复，共{total}处</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Typing in the clean text</source>
        <translation>正在改写净文</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Review: in text order</source>
        <translation>审校：按文中顺序</translation>
    </message>
    <message>
        <source>Review: least sure first</source>
        <translation>审校：把握低的在前</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>tones</source>
        <translation>声调</translation>
    </message>
    <message>
        <source>glosses</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>{decided} of {total} decided</source>
        <translation>已定{decided}处，共{total}处</translation>
    </message>
    <message>
        <source>All {total} decided</source>
        <translation>{total}处均已定</translation>
    </message>
    <message>
        <source>{words}; the rest are at {least} or more</source>
        <translation>{words}，其余把握均不低于{least}</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>均已保存</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>{words}, {state}</source>
        <translation>{words}，{state}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsure</source>
        <translation>
            <numerusform>%Ln处存疑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln处缺失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repair(s)</source>
        <translation>
            <numerusform>%Ln处修复</numerusform>
        </translation>
    </message>
    <message>
        <source>restoring the rest…</source>
        <translation>正在修复其余部分…</translation>
    </message>
    <message>
        <source>only partly restored</source>
        <translation>只修复了一部分</translation>
    </message>
    <message>
        <source>Rules: {name}</source>
        <translation>规则：{name}</translation>
    </message>
    <message>
        <source>Rules: {name} (off)</source>
        <translation>规则：{name}（未启用）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) lost in decoding</source>
        <translation>
            <numerusform>解码时丢失%Ln处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln处未决</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>How well you know this word</source>
        <translation>对此词的掌握程度</translation>
    </message>
    <message>
        <source>New</source>
        <translation>生词</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已会</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>You are learning it: step {step} of 4</source>
        <translation>正在学：第{step}步，共4步</translation>
    </message>
    <message>
        <source>New to you</source>
        <translation>对您是生词</translation>
    </message>
    <message>
        <source>You know it</source>
        <translation>您已会</translation>
    </message>
    <message>
        <source>Not to be learned</source>
        <translation>不必学</translation>
    </message>
</context>
<context>
    <name>StudySide</name>
    <message>
        <source>Nothing to undo in your words.</source>
        <translation>生词没有可撤销的改动。</translation>
    </message>
    <message>
        <source>No new word from here on.</source>
        <translation>往后没有生词了。</translation>
    </message>
    <message>
        <source>All words count as new so far.</source>
        <translation>目前所有词都算生词。</translation>
    </message>
    <message>
        <source>Say up to which level of HSK you know them.</source>
        <translation>请选择您已会到HSK哪一级。</translation>
    </message>
    <message>
        <source>Words you know…</source>
        <translation>已会的词…</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message numerus="yes">
        <source>%Ln certain repair(s)</source>
        <translation>
            <numerusform>%Ln处有把握的修复</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the kinds of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>{whole}: {each}</source>
        <translation>{whole}：{each}</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Jingdu</source>
        <translation>净读</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>{name} – {state}</source>
        <translation>{name}（{state}）</translation>
    </message>
    <message>
        <source>{name} – Jingdu</source>
        <translation>{name} – 净读</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>均已保存</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not saved</source>
        <translation>
            <numerusform>%Ln项未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>ToneDialog</name>
    <message>
        <source>Tone colours</source>
        <translation>声调颜色</translation>
    </message>
    <message>
        <source>Each syllable has the colour of the tone that is shown. With tone sandhi, 不会 is shown as bú huì, and 不 has the colour of the second tone.</source>
        <translation>颜色按所显示的声调而定。显示变调时，“不会”注作 bú huì，“不”用第二声的颜色。</translation>
    </message>
    <message>
        <source>First tone</source>
        <translation>第一声</translation>
    </message>
    <message>
        <source>Second tone</source>
        <translation>第二声</translation>
    </message>
    <message>
        <source>Third tone</source>
        <translation>第三声</translation>
    </message>
    <message>
        <source>Fourth tone</source>
        <translation>第四声</translation>
    </message>
    <message>
        <source>Light page</source>
        <translation>浅色页面</translation>
    </message>
    <message>
        <source>Dark page</source>
        <translation>深色页面</translation>
    </message>
    <message>
        <source>{page}, {tone}: {colour}, contrast {ratio}</source>
        <translation>{page}，{tone}：{colour}，对比度{ratio}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between colours</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Neutral tone</source>
        <translation>轻声</translation>
    </message>
    <message>
        <source>Hard to read on the page (text needs a contrast of 4.5): {names}</source>
        <translation>在页面上不易看清（文字的对比度不应低于4.5）：{names}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Pinyin above text: {mode}</source>
        <translation>字上拼音：{mode}</translation>
    </message>
    <message>
        <source>Pinyin above text</source>
        <translation>字上拼音</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
</context>
<context>
    <name>Translating</name>
    <message>
        <source>Translations forgotten: {number}</source>
        <translation>已清除{number}条译文</translation>
    </message>
    <message>
        <source>There is no Chinese here to translate.</source>
        <translation>这里没有可以翻译的中文。</translation>
    </message>
</context>
<context>
    <name>TranslationDialog</name>
    <message>
        <source>Set up translation</source>
        <translation>设置翻译</translation>
    </message>
    <message>
        <source>Sentences are translated by a server that understands LibreTranslate, one of your own or another one. Only what you ask to have translated is sent there. Without an address, nothing is.</source>
        <translation>句子由兼容 LibreTranslate 的服务器翻译，可以是您自己的，也可以是别人的。只有您要求翻译的内容才会发送；不填地址就不会发送任何内容。</translation>
    </message>
    <message>
        <source>Only if the server asks for one</source>
        <translation>服务器要求时才需填写</translation>
    </message>
    <message>
        <source>The key is kept unencrypted in the settings file of Jingdu.</source>
        <translation>密钥以未加密的形式保存在净读的设置文件中。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回许可</translation>
    </message>
    <message>
        <source>You have allowed sending sentences to {address}.</source>
        <translation>您已允许将句子发送到 {address}。</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Triage report by Jingdu 净读</source>
        <translation>净读 Jingdu 排查报告</translation>
    </message>
    <message>
        <source>Pages: {pages} · characters: {characters}</source>
        <translation>{pages}个页面，{characters}字</translation>
    </message>
    <message>
        <source>Pages that need a human</source>
        <translation>需人工处理的页面</translation>
    </message>
    <message>
        <source>Copies of one text</source>
        <translation>同一文本的副本</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>各类样例</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>按网站</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月份</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>个页面</translation>
    </message>
    <message>
        <source>page</source>
        <translation>个页面</translation>
    </message>
    <message>
        <source>{share} clean</source>
        <translation>其中{share}完好</translation>
    </message>
    <message>
        <source>needs a human</source>
        <translation>个需人工处理</translation>
    </message>
    <message>
        <source>need a human</source>
        <translation>个需人工处理</translation>
    </message>
    <message>
        <source>{share} of all pages</source>
        <translation>占全部页面的{share}</translation>
    </message>
    <message>
        <source>repairs</source>
        <translation>处修复</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>处修复</translation>
    </message>
    <message>
        <source>{lost} lost, {undecided} undecided</source>
        <translation>缺失{lost}处，未决{undecided}处</translation>
    </message>
    <message>
        <source>texts with copies: {groups}</source>
        <translation>{groups}篇文本有副本</translation>
    </message>
    <message>
        <source>redundant copy</source>
        <translation>份多余副本</translation>
    </message>
    <message>
        <source>redundant copies</source>
        <translation>份多余副本</translation>
    </message>
    <message>
        <source>There are no pages.</source>
        <translation>没有页面。</translation>
    </message>
    <message>
        <source>other hosts: {count}</source>
        <translation>其他{count}个网站</translation>
    </message>
    <message>
        <source>Each page counts once, by the damage that is hardest to repair: misread, then slipped, lost, spun. It needs a human if it could not be read, was set aside, or has places that are lost (bytes are gone and nothing was written) or undecided (confidence below 60%). Confidence says how sure a repair is, from 0% to 100%.</source>
        <translation>每个页面只计一次，归入最难修复的一类损坏：依次为编码误读、字节错位、缺失、洗稿。无法读取、被搁置，或有缺失（字节已丢，没有补写）、未决（把握低于60%）之处的页面，需人工处理。“把握”表示一处修复有多可靠，介于0%与100%之间。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Need a human</source>
        <translation>需人工</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Repairs by kind</source>
        <translation>修复类别</translation>
    </message>
    <message>
        <source>what was changed in the clean texts</source>
        <translation>净文中改动之处</translation>
    </message>
    <message>
        <source>host unknown</source>
        <translation>网站不明</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>日期不明</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>nothing to repair</source>
        <translation>无需修复</translation>
    </message>
    <message>
        <source>spun</source>
        <translation>洗稿</translation>
    </message>
    <message>
        <source>a program inserted pinyin, variants, traditional forms or synonyms</source>
        <translation>程序加入了拼音、异体字、繁体字或同义词</translation>
    </message>
    <message>
        <source>slipped</source>
        <translation>字节错位</translation>
    </message>
    <message>
        <source>something was inserted inside the bytes of a character</source>
        <translation>汉字的字节之间被插入了内容</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>编码误读</translation>
    </message>
    <message>
        <source>decoded in the wrong encoding</source>
        <translation>按错误的编码解读</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>bytes are gone</source>
        <translation>字节已丢失</translation>
    </message>
    <message>
        <source>other repairs</source>
        <translation>其他修复</translation>
    </message>
    <message>
        <source>punctuation, simplified forms, web page residue</source>
        <translation>标点、简化字、网页残留</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>over a limit; nothing was repaired</source>
        <translation>超出限制，未作修复</translation>
    </message>
    <message>
        <source>{class_name}: {count} ({share})</source>
        <translation>{class_name}：{count}（{share}）</translation>
    </message>
    <message>
        <source>the worst {shown} of {count}</source>
        <translation>{count}个页面中最差的{shown}个</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>损坏情况</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>最低把握</translation>
    </message>
    <message>
        <source>{pages} pages are copies of {groups} texts</source>
        <translation>{pages}个页面是{groups}篇文本的副本</translation>
    </message>
    <message>
        <source>Two clean texts of {shortest} characters or more count as copies if they share {percent}% of their five-character sequences, or if one contains {inside}% of the other and is no more than two thirds longer (estimated by MinHash). The best restored copy lacks at most a tenth of the longest; among those, it has the fewest lost places, then the fewest undecided ones, then the highest “lowest confidence”; if all are equal, it is the first.</source>
        <translation>两份净文均不少于{shortest}字，五字连串有{percent}%相同，或其中一份含有另一份的{inside}%而至多长出三分之二，即视为副本（以 MinHash 估算）。修复最好的一份，比最长的一份至多短十分之一；其中以缺失之处最少的为先，其次看未决之处最少、最低把握最高；都相同时取最前的一份。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Best restored</source>
        <translation>修复最好的一份</translation>
    </message>
    <message>
        <source>None: nothing failed, and nothing is lost or undecided.</source>
        <translation>没有：既无失败的页面，也无缺失或未决之处。</translation>
    </message>
    <message>
        <source>Pages that failed or were set aside come first (at most {most}), then misread pages, then those with lost bytes, then all others. Within each group, pages with more lost and undecided places per 1,000 characters come first, then those with the lowest confidence. Click a command to select all of it.</source>
        <translation>先列失败或搁置的页面（至多{most}个），再列编码误读的，然后是有字节缺失的，最后是其余页面。同类之中，每千字缺失和未决之处较多的在前，其次是最低把握较低的。点击命令即可全选。</translation>
    </message>
    <message>
        <source>Open places per 1,000</source>
        <translation>每千字待定处</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>打开命令</translation>
    </message>
    <message>
        <source>And {count} more that failed or were set aside; their rows say why.</source>
        <translation>另有{count}个页面失败或搁置，原因见结果中的相应行。</translation>
    </message>
    <message>
        <source>Copies were not looked for: {package} is not installed. To install it: {command}</source>
        <translation>未查找副本：没有安装 {package}。安装方法：{command}</translation>
    </message>
    <message>
        <source>No two pages are copies of one text (compared: {count}).</source>
        <translation>没有互为副本的页面（比较了{count}个）。</translation>
    </message>
    <message>
        <source>{pages} pages are copies of one text</source>
        <translation>{pages}个页面是同一篇文本的副本</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Other copies</source>
        <translation>其余各份</translation>
    </message>
    <message>
        <source>More texts with copies, not listed here: {count}</source>
        <translation>另有{count}篇文本有副本，未列出</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有{count}份</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>缺失{count}处</translation>
    </message>
    <message>
        <source>{count} undecided</source>
        <translation>未决{count}处</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count}个中的{shown}个</translation>
    </message>
    <message>
        <source>drawn by page name: the same pages always give the same samples</source>
        <translation>按页面名称抽取：同样的页面每次抽到的样例都相同</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>UndecidedChip</name>
    <message>
        <source>Undecided</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>Jingdu is not sure here and leaves the decision to you.
Click to go to the next place.</source>
        <translation>净读在这些地方没有把握，由您决定。
点击前往下一处。</translation>
    </message>
</context>
<context>
    <name>UseChoice</name>
    <message>
        <source>How will you use it?</source>
        <translation>您打算怎么用？</translation>
    </message>
    <message>
        <source>This only sets the first view; everything can be changed later.</source>
        <translation>这只决定初始视图，以后均可更改。</translation>
    </message>
    <message>
        <source>To learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>A quiet page, pinyin above the words you do not know yet, and the word panel beside it.</source>
        <translation>静读页面，给生词注音，旁边是生词栏。</translation>
    </message>
    <message>
        <source>To edit</source>
        <translation>校对</translation>
    </message>
    <message>
        <source>Both texts, the review panel, one key per decision, export with tracked changes.</source>
        <translation>净文原文对照，配审校栏，一键处置一处，可导出修订稿。</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>都要</translation>
    </message>
    <message>
        <source>Both texts, pinyin on hover, both panels as tabs.</source>
        <translation>净文原文对照，悬停显示拼音，审校、生词两栏以标签切换。</translation>
    </message>
</context>
<context>
    <name>WeekChart</name>
    <message>
        <source>Words learned by week</source>
        <translation>每周学会的词</translation>
    </message>
    <message>
        <source>Week of {day}: {count} learned</source>
        <translation>{day}起的一周：学会{count}个</translation>
    </message>
    <message>
        <source>{words}, {count} more from a list</source>
        <translation>{words}，另有{count}个来自词表</translation>
    </message>
    <message>
        <source>{count} words learned in {weeks} weeks</source>
        <translation>{weeks}周共学会{count}个词</translation>
    </message>
    <message>
        <source>Week of</source>
        <translation>周（起始日）</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学会</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>来自词表</translation>
    </message>
</context>
<context>
    <name>Word</name>
    <message>
        <source>{number} times here</source>
        <translation>本文{number}处</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>No dictionary has this word.</source>
        <translation>词典中没有这个词。</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>字义</translation>
    </message>
    <message>
        <source>Words inside</source>
        <translation>所含词语</translation>
    </message>
    <message>
        <source>Written here</source>
        <translation>原文写法</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>本文例句</translation>
    </message>
    <message>
        <source>your glossary</source>
        <translation>您的词汇表</translation>
    </message>
    <message>
        <source>policy glossary</source>
        <translation>政策用语词汇表</translation>
    </message>
    <message>
        <source>CC-CEDICT</source>
        <translation>CC-CEDICT</translation>
    </message>
    <message>
        <source>composed of its parts</source>
        <translation>由各部分合成</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation>另有{number}条</translation>
    </message>
    <message>
        <source>Sure to {percent}.</source>
        <translation>把握{percent}。</translation>
    </message>
    <message>
        <source>rarer than 1 in a million words</source>
        <translation>一百万词中不到一次</translation>
    </message>
    <message>
        <source>about {number} in a million words</source>
        <translation>一百万词中约{number}次</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>发音</translation>
    </message>
    <message>
        <source>Read this word aloud</source>
        <translation>朗读这个词</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy word, pinyin and meaning</source>
        <translation>复制词语、拼音和释义</translation>
    </message>
    <message>
        <source>HSK {level}</source>
        <translation>HSK {level}</translation>
    </message>
    <message>
        <source>old HSK {level}</source>
        <translation>旧 HSK {level}</translation>
    </message>
    <message>
        <source>{word}, {number} times here</source>
        <translation>{word}，本文{number}处</translation>
    </message>
    <message>
        <source>Go to this sentence in the text</source>
        <translation>转到文中此句</translation>
    </message>
</context>
<context>
    <name>WordCommands</name>
    <message numerus="yes">
        <source>%Ln more word(s) are known now.</source>
        <translation>
            <numerusform>又有%Ln个词记为已会。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your words are backed up in {name}.</source>
        <translation>词语已备份到{name}。</translation>
    </message>
    <message>
        <source>Your words are as they were in {name}.</source>
        <translation>词语已恢复到{name}中的样子。</translation>
    </message>
</context>
<context>
    <name>WordCutting</name>
    <message>
        <source>There is no word next to it to join.</source>
        <translation>旁边没有可以合并的词。</translation>
    </message>
    <message>
        <source>A single character cannot be split.</source>
        <translation>单字不能拆开。</translation>
    </message>
    <message>
        <source>{parts} (way {number} of {count}). Press X for the next one.</source>
        <translation>{parts}（第{number}种拆法，共{count}种）。按 X 换下一种。</translation>
    </message>
    <message>
        <source>Join selection into one word</source>
        <translation>将所选文字合并为一个词</translation>
    </message>
    <message>
        <source>Join with next word</source>
        <translation>与下一个词合并</translation>
    </message>
    <message>
        <source>Split: {parts}</source>
        <translation>拆开：{parts}</translation>
    </message>
    <message numerus="yes">
        <source>A word can have at most %Ln character(s).</source>
        <translation>
            <numerusform>一个词最多%Ln个字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a word first.</source>
        <translation>请先选中一个词。</translation>
    </message>
</context>
<context>
    <name>WordGroup</name>
    <message>
        <source>New</source>
        <translation>生词</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>在学</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已会</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>专名</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Words that you have said nothing of.</source>
        <translation>尚未标记的词语。</translation>
    </message>
    <message>
        <source>Words that you are learning, in four steps.</source>
        <translation>正在学习的词语，分四步。</translation>
    </message>
    <message>
        <source>Words that you know.</source>
        <translation>已经会的词语。</translation>
    </message>
    <message>
        <source>Words that you do not want to learn.</source>
        <translation>不打算学习的词语。</translation>
    </message>
    <message>
        <source>Names of persons and places: nobody learns them as words.</source>
        <translation>人名和地名，不当作词语来学。</translation>
    </message>
    <message>
        <source>Words that rest on unsure repairs: they are not counted.</source>
        <translation>出自存疑修复的词语，不计入统计。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>专名</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>存疑</translation>
    </message>
</context>
<context>
    <name>WordListModel</name>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>HSK</source>
        <translation>HSK</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>文中</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sort by place in the text</source>
        <translation>按文中位置排序</translation>
    </message>
    <message>
        <source>Sort by pinyin</source>
        <translation>按拼音排序</translation>
    </message>
    <message>
        <source>Sort by how frequent the words are</source>
        <translation>按词频排序</translation>
    </message>
    <message>
        <source>Sort by HSK level</source>
        <translation>按 HSK 等级排序</translation>
    </message>
    <message>
        <source>Sort by how often the words stand in this document</source>
        <translation>按文中出现次数排序</translation>
    </message>
    <message>
        <source>Sort by status</source>
        <translation>按状态排序</translation>
    </message>
    <message>
        <source>{meaning} (composed of its parts)</source>
        <translation>{meaning}（由各部分合成）</translation>
    </message>
    <message>
        <source>frequency {number} of 8</source>
        <translation>词频{number}（最高8）</translation>
    </message>
    <message>
        <source>{number} here</source>
        <translation>文中{number}次</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>Point at a word, or select one, and press F7.</source>
        <translation>指向或选中一个词，再按 F7。</translation>
    </message>
    <message>
        <source>Same character</source>
        <translation>同字词</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读音</translation>
    </message>
    <message>
        <source>This word does not occur in this document.</source>
        <translation>本文中没有这个词。</translation>
    </message>
    <message>
        <source>Word panel: {word}</source>
        <translation>生词栏：{word}</translation>
    </message>
    <message>
        <source>Word panel</source>
        <translation>生词栏</translation>
    </message>
</context>
<context>
    <name>WordView</name>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Most frequent unknown words</source>
        <translation>最常见的未学会词语</translation>
    </message>
    <message>
        <source>Rarest unknown words</source>
        <translation>最罕见的未学会词语</translation>
    </message>
    <message>
        <source>K known, 1–4 learning, I ignored, Z undo</source>
        <translation>K 已会，1–4 在学，I 忽略，Z 撤销</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有内容。</translation>
    </message>
</context>
</TS>
