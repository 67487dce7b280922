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
        <source>Open the sa&amp;mple</source>
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
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo decision</source>
        <translation>撤销决定(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do decision</source>
        <translation>重做决定(&amp;D)</translation>
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
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
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
        <source>&amp;Original on the left</source>
        <translation>原文放在左侧(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>整页文本(&amp;W)</translation>
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
        <translation>下一处未定(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Accept proposal</source>
        <translation>采纳建议(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep the original</source>
        <translation>保留原文(&amp;K)</translation>
    </message>
    <message>
        <source>Decisions that no &amp;longer apply…</source>
        <translation>不再适用的决定(&amp;L)…</translation>
    </message>
    <message>
        <source>Compare with this &amp;version…</source>
        <translation>与当前版本对比(&amp;V)…</translation>
    </message>
    <message>
        <source>S&amp;ign decisions with my name</source>
        <translation>处置时署名(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Show all kinds</source>
        <translation>显示所有类别(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Readings of this word</source>
        <translation>这个词的读音(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Join syllables by word</source>
        <translation>按词连写(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Try another encoding…</source>
        <translation>试试其他编码(&amp;T)…</translation>
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
        <source>Rea&amp;dings</source>
        <translation>读音(&amp;D)</translation>
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
        <translation>最近打开的文件(&amp;R)</translation>
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
        <source>Readings &amp;above words</source>
        <translation>词上注音(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Spelling</source>
        <translation>拼写方式(&amp;S)</translation>
    </message>
    <message>
        <source>Tone &amp;changes in speech</source>
        <translation>变调(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Confidence</name>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Fetch the page at this address (http:// or https://):</source>
        <translation>读取此网址的网页（http:// 或 https://）：</translation>
    </message>
    <message>
        <source>Another reading</source>
        <translation>其他读音</translation>
    </message>
    <message>
        <source>How {word} is read here, one syllable a character (háng zhǎng or hang2 zhang3):</source>
        <translation>“{word}”在这里怎么读，一个字一个音节（háng zhǎng 或 hang2 zhang3）：</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>打开存放文档的文件夹</translation>
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
        <translation>要替换原文件吗？</translation>
    </message>
    <message>
        <source>{name} is the damaged original.</source>
        <translation>{name} 是受损的原文件。</translation>
    </message>
    <message>
        <source>If the clean text takes its place, no repair can be checked against it any more.</source>
        <translation>用净文替换之后，就无法再对照原文核对修复了。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭？</translation>
    </message>
    <message>
        <source>Decisions that could not be saved and would be lost: {count}</source>
        <translation>有{count}项处置未能保存，关闭后将会丢失。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，关闭</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>暂不关闭</translation>
    </message>
    <message>
        <source>Text ({names})</source>
        <translation>文本 ({names})</translation>
    </message>
    <message>
        <source>Documents ({names})</source>
        <translation>文档 ({names})</translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>Restoring was stopped.</source>
        <translation>修复已停止。</translation>
    </message>
    <message>
        <source>Only the part around where you are was restored.</source>
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
        <source>Shift JIS (Japanese)</source>
        <translation>Shift JIS（日文）</translation>
    </message>
    <message>
        <source>EUC-KR (Korean)</source>
        <translation>EUC-KR（韩文）</translation>
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
        <source>Encodings, the likeliest first</source>
        <translation>各种编码，最可能的在最前</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>按这种编码读出的开头几行</translation>
    </message>
    <message>
        <source>Read in this encoding</source>
        <translation>按这种编码读取</translation>
    </message>
    <message>
        <source>{percent} % Chinese</source>
        <translation>像中文的程度 {percent}%</translation>
    </message>
    <message>
        <source>read so now</source>
        <translation>当前使用</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自动检测</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) here cannot be read in this encoding.</source>
        <translation>
            <numerusform>这里有 %Ln 处无法用这种编码读出。</numerusform>
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
        <source>{path} holds no text but binary data.</source>
        <translation>{path} 里不是文本，而是二进制数据。</translation>
    </message>
    <message>
        <source>If it is text, name its encoding.</source>
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
        <source>Save its text as a .txt file first, or, if it is text, name its encoding.</source>
        <translation>请先把其中的文字另存为 .txt 文件；如果它确实是文本，请指定它的编码。</translation>
    </message>
    <message>
        <source>{path} holds no text: this {format} file has pictures or nothing in it.</source>
        <translation>{path} 中没有文本：这个 {format} 文件里只有图片或空白。</translation>
    </message>
    <message>
        <source>To fetch it, say so: jingdu clean --url ADDRESS, or Open address in the window.</source>
        <translation>要读取它，请用 jingdu clean --url 网址，或在窗口中选择“打开网址”。</translation>
    </message>
    <message>
        <source>{path} holds the decisions on {document}.</source>
        <translation>{path} 保存的是对 {document} 的决定。</translation>
    </message>
    <message>
        <source>Name {document} itself; they hold then.</source>
        <translation>请指定 {document} 本身，这些决定就会生效。</translation>
    </message>
    <message>
        <source>Open {document} itself; they hold then.</source>
        <translation>请打开 {document} 本身，这些决定就会生效。</translation>
    </message>
    <message>
        <source>The window shows what it showed before.</source>
        <translation>窗口仍显示之前的内容。</translation>
    </message>
    <message>
        <source>Standard input is closed.</source>
        <translation>标准输入已关闭。</translation>
    </message>
    <message>
        <source>Name a file, or send a text by a pipe.</source>
        <translation>请指定一个文件，或用管道传入文本。</translation>
    </message>
    <message>
        <source>Standard input cannot be read: {reason}.</source>
        <translation>无法读取标准输入：{reason}。</translation>
    </message>
    <message>
        <source>the program that read the output has gone.</source>
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
        <source>its folder does not exist</source>
        <translation>所在的文件夹不存在</translation>
    </message>
    <message>
        <source>it is there already; --force replaces it</source>
        <translation>它已经存在；加上 --force 即可覆盖</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>it has more than {megabytes} MB</source>
        <translation>它超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>another program writes it all the time</source>
        <translation>另一个程序一直在写它</translation>
    </message>
    <message>
        <source>there is no place for a copy</source>
        <translation>没有地方存放副本</translation>
    </message>
    <message>
        <source>there is no room left to write</source>
        <translation>磁盘空间不足</translation>
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
        <source>its links lead in a circle</source>
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
        <source>the disk is no longer there</source>
        <translation>磁盘已经断开</translation>
    </message>
    <message>
        <source>the disk does not support it</source>
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
        <source>the server does not answer</source>
        <translation>服务器没有响应</translation>
    </message>
    <message>
        <source>the server refuses the connection</source>
        <translation>服务器拒绝连接</translation>
    </message>
    <message>
        <source>there is no such server, or no connection to the network</source>
        <translation>没有这个服务器，或没有网络连接</translation>
    </message>
    <message>
        <source>the server&apos;s certificate cannot be trusted</source>
        <translation>服务器的证书不可信</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>it came damaged</source>
        <translation>收到的内容已损坏</translation>
    </message>
    <message>
        <source>it came packed in a way that is not known ({packing})</source>
        <translation>不认识内容的压缩方式（{packing}）</translation>
    </message>
    <message>
        <source>it leads in circles, or to something that is no page</source>
        <translation>它循环跳转，或指向的不是网页</translation>
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
        <source>{path} does not exist.</source>
        <translation>{path} 不存在。</translation>
    </message>
    <message>
        <source>Check the name, or whether it was moved.</source>
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
        <source>Choose a file that holds text.</source>
        <translation>请选择有文字的文件。</translation>
    </message>
    <message>
        <source>Save its text as a .txt file first; if it is text, choose its encoding.</source>
        <translation>请先把其中的文字另存为 .txt 文件；如果它确实是文本，请选择它的编码。</translation>
    </message>
    <message>
        <source>{path} has {megabytes} MB; at most {limit} MB can be opened.</source>
        <translation>{path} 有 {megabytes} MB，最多只能打开 {limit} MB。</translation>
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
        <source>Get it again from where it came, or open it in its own program and save it anew.</source>
        <translation>请重新获取该文件，或用原来的程序打开后另存。</translation>
    </message>
    <message>
        <source>{path} is protected by a password.</source>
        <translation>{path} 有密码保护。</translation>
    </message>
    <message>
        <source>Open it in its own program, take the protection off, and save it.</source>
        <translation>请用原来的程序打开，取消保护后保存。</translation>
    </message>
    <message>
        <source>If it was scanned, let a program recognise its text (OCR) first, and open the result.</source>
        <translation>如果是扫描件，请先用文字识别（OCR）程序识别，再打开结果。</translation>
    </message>
    <message>
        <source>{path} is in a format that Jingdu cannot read: {format}.</source>
        <translation>净读不能读取 {path} 的格式：{format}。</translation>
    </message>
    <message>
        <source>Open it in its own program and save it as {ending}.</source>
        <translation>请用原来的程序打开，另存为 {ending}。</translation>
    </message>
    <message>
        <source>{path} unpacks to more than {limit} MB.</source>
        <translation>{path} 解压后超过 {limit} MB。</translation>
    </message>
    <message>
        <source>It may be made to fill the memory. If you trust it, save it as text first.</source>
        <translation>它可能是为耗尽内存而制作的。如果您信任它，请先另存为文本。</translation>
    </message>
    <message>
        <source>{address} is not the address of a page.</source>
        <translation>{address} 不是网页的网址。</translation>
    </message>
    <message>
        <source>An address begins with http:// or https:// and has no password in it.</source>
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
        <source>Check the address and the connection, or save the page in a browser and open that.</source>
        <translation>请检查网址和网络连接，或在浏览器中保存网页后再打开。</translation>
    </message>
    <message>
        <source>Line {line} of {path} is no reading: {text}.</source>
        <translation>{path} 第 {line} 行不是读音：{text}。</translation>
    </message>
    <message>
        <source>Write the word, a tab, and one syllable for each of its characters, or delete the line.</source>
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
        <source>Your decisions are saved in Jingdu&apos;s own folder instead. Rename that file to save them beside the document.</source>
        <translation>您的决定改存于净读自己的文件夹。将该文件改名后，即可存在原文旁边。</translation>
    </message>
    <message>
        <source>{path} was saved by a newer version of Jingdu.</source>
        <translation>{path} 由较新版本的净读保存。</translation>
    </message>
    <message>
        <source>Update Jingdu to see your decisions and to go on.</source>
        <translation>请升级净读，以查看您的决定并继续审校。</translation>
    </message>
    <message>
        <source>{path} was changed by another window or on another computer.</source>
        <translation>{path} 已在另一个窗口或另一台电脑上改动。</translation>
    </message>
    <message>
        <source>The decisions made there were added to yours; where both decided on a place, the later decision holds.</source>
        <translation>那边所作的决定已并入；同一处两边都有决定的，以较晚的为准。</translation>
    </message>
    <message>
        <source>Your decisions are saved in Jingdu&apos;s own folder and will be there when you open this document again.</source>
        <translation>您的决定保存在净读自己的文件夹中，再次打开本文时仍然有效。</translation>
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
        <source>There is no room left to write {path}.</source>
        <translation>没有空间写入 {path}。</translation>
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
        <source>{0} of 100 characters in this document carry a gloss.</source>
        <translation>本文档每 100 个字中有 {0} 个带注音。</translation>
    </message>
    <message>
        <source>The text around it is clean, so the gloss may be meant.</source>
        <translation>周围的文字没有受损，这个注音可能是作者有意加的。</translation>
    </message>
    <message>
        <source>{0} is listed as a form of {1}: {2}.</source>
        <translation>“{0}”被列为“{1}”的异体：{2}。</translation>
    </message>
    <message>
        <source>{0} is a traditional form of {1}: {2}.</source>
        <translation>“{0}”是“{1}”的繁体：{2}。</translation>
    </message>
    <message>
        <source>{0} and {1} share the phonetic part and the reading {2}.</source>
        <translation>“{0}”与“{1}”声旁相同，同读 {2}。</translation>
    </message>
    <message>
        <source>{0} and {1} share the reading {2}.</source>
        <translation>“{0}”与“{1}”同读 {2}。</translation>
    </message>
    <message>
        <source>The text around it reads best as {0}.</source>
        <translation>联系上下文，读作“{0}”最通顺。</translation>
    </message>
    <message>
        <source>It stands in a quotation that is traditional throughout, and may be meant.</source>
        <translation>它所在的引文全是繁体，可能是有意保留的。</translation>
    </message>
    <message>
        <source>Characters are replaced throughout this document.</source>
        <translation>本文档通篇都有换字。</translation>
    </message>
    <message>
        <source>{0} of {1} marks between hanzi are half-width.</source>
        <translation>汉字之间的 {1} 个标点中有 {0} 个是半角。</translation>
    </message>
    <message>
        <source>In the bytes {0}, {1} was put between two halves.</source>
        <translation>在字节 {0} 中，{1} 被插到了两半之间。</translation>
    </message>
    <message>
        <source>The byte {0} was lost; with it in its place the bytes read {1}.</source>
        <translation>字节 {0} 丢失了；补回之后，字节读作 {1}。</translation>
    </message>
    <message>
        <source>Read one byte off; in step the bytes read {0}.</source>
        <translation>错开了一个字节；对齐之后，字节读作 {0}。</translation>
    </message>
    <message>
        <source>The gloss {2} was meant for {0}, which is {1}.</source>
        <translation>注音 {2} 本来是给“{0}”加的，它的编码是 {1}。</translation>
    </message>
    <message>
        <source>The character was cut in the file; of its {1} bytes {0} is left.</source>
        <translation>这个字在文件中被截断，它的 {1} 字节只剩下 {0}。</translation>
    </message>
    <message>
        <source>Something was put between the {1} bytes {0} of one character.</source>
        <translation>同一个字的 {1} 字节 {0} 之间被插进了东西。</translation>
    </message>
    <message>
        <source>Nothing is left of the bytes here; only the text around it tells.</source>
        <translation>这里的字节一点不剩，只能凭上下文判断。</translation>
    </message>
    <message>
        <source>{0} is the HTML code for {1}.</source>
        <translation>{0} 是“{1}”的 HTML 代码。</translation>
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
        <source>It seems to be {0} decoded as {1}; it is kept as it is.</source>
        <translation>看来是 {0} 文字，却按 {1} 解码；保持原样。</translation>
    </message>
    <message>
        <source>There was a second misreading on the way: {0}.</source>
        <translation>其间还误读过一次：{0}。</translation>
    </message>
    <message>
        <source>{0} is an HTML tag.</source>
        <translation>{0} 是 HTML 标签。</translation>
    </message>
    <message>
        <source>{0} is noise of the kind that forums put into copied text.</source>
        <translation>{0} 是论坛防复制的干扰字符。</translation>
    </message>
    <message>
        <source>{0} has no meaning outside its own font.</source>
        <translation>{0} 是私用区字符，离开原字体没有意义。</translation>
    </message>
    <message>
        <source>It looks like a line of a page&apos;s menu.</source>
        <translation>像是网页导航中的一行。</translation>
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
        <translation>这一处由您决定；净读曾建议改为{0}。</translation>
    </message>
    <message>
        <source>You decided this; Jingdu had proposed to remove it.</source>
        <translation>这一处由您决定；净读曾建议删去。</translation>
    </message>
    <message>
        <source>Bytes were lost here; nothing can be restored with certainty.</source>
        <translation>这里丢失了字节，无法确切还原。</translation>
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
        <translation>不到 1</translation>
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
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>&amp;Side-by-side comparison</source>
        <translation>双栏对照(&amp;S)</translation>
    </message>
    <message>
        <source>Text with &amp;pinyin</source>
        <translation>注音文本(&amp;P)</translation>
    </message>
    <message>
        <source>Text with pinyin in brackets</source>
        <translation>括号注音文本</translation>
    </message>
    <message>
        <source>Interlinear pinyin</source>
        <translation>行间注音</translation>
    </message>
    <message>
        <source>Pinyin as JSON</source>
        <translation>注音数据 (JSON)</translation>
    </message>
    <message>
        <source>&amp;Repair report</source>
        <translation>修复清单(&amp;R)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>第 {current} 处，共 {total} 处</translation>
    </message>
    <message>
        <source>Find in both texts</source>
        <translation>在净文和原文中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
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
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>无损</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>已处理完</translation>
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
        <source>{name}, needs a human: {count}</source>
        <translation>{name}，需人工处理：{count}</translation>
    </message>
</context>
<context>
    <name>FolderPane</name>
    <message>
        <source>Name or pinyin</source>
        <translation>名称或拼音</translation>
    </message>
    <message>
        <source>Search the documents of the folder</source>
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
        <source>Documents of the folder</source>
        <translation>文件夹中的文档</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Needs a human: {count}</source>
        <translation>需人工处理：{count}</translation>
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
        <source>the first %Ln document(s)</source>
        <translation>
            <numerusform>仅列出前%Ln个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-folder(s) cannot be read</source>
        <translation>
            <numerusform>%Ln个子文件夹无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a folder to see which of its documents still need you.</source>
        <translation>打开文件夹，看看哪些文档还需要人工处理。</translation>
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
        <source>Nothing in this folder needs a human.</source>
        <translation>此文件夹中没有需要人工处理的文档。</translation>
    </message>
    <message>
        <source>Nothing so far needs a human.</source>
        <translation>目前没有需要人工处理的文档。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Ctrl+mouse wheel</source>
        <translation>Ctrl+鼠标滚轮</translation>
    </message>
    <message>
        <source>Select by keys</source>
        <translation>用键盘选择</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Take another reading on the card</source>
        <translation>在卡片上选用其他读法</translation>
    </message>
    <message>
        <source>Close the find bar, the card</source>
        <translation>关闭查找栏、说明卡片</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Jingdu</source>
        <translation>关于净读</translation>
    </message>
    <message>
        <source>A reader for Chinese documents that scrapers and content spinners damaged. It runs on this computer alone and sends nothing anywhere; only an address that you open is fetched.</source>
        <translation>用来阅读被采集器和伪原创工具弄坏的中文文档。只在本机运行，不向任何地方发送数据；只有您要求打开的网址才会被读取。</translation>
    </message>
    <message>
        <source>MIT licence. Noto Sans SC under the SIL Open Font Licence; Qt under the LGPL.</source>
        <translation>MIT 许可证。Noto Sans SC 字体采用 SIL 开放字体许可证，Qt 采用 LGPL 许可证。</translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln 处未定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln 处丢失</numerusform>
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
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Gloss</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Pinyin in parentheses was put behind the character.</source>
        <translation>字后被加上了括号里的拼音。</translation>
    </message>
    <message>
        <source>Byte slip</source>
        <translation>字节错位</translation>
    </message>
    <message>
        <source>Something was put in or cut at byte level, and characters changed.</source>
        <translation>在字节层面被插入或截断，导致文字错乱。</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>异体字</translation>
    </message>
    <message>
        <source>A rare form of the character was put in its place.</source>
        <translation>被换成了少见的异体字。</translation>
    </message>
    <message>
        <source>Traditional form</source>
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
        <source>A mark was made half-width, or a stray space was put in.</source>
        <translation>标点被改成了半角，或者混入了多余的空格。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>The text was read in the wrong encoding.</source>
        <translation>文字曾以错误的编码读取。</translation>
    </message>
    <message>
        <source>Page debris</source>
        <translation>网页残留</translation>
    </message>
    <message>
        <source>Tags, entities or invisible characters of a web page were left over.</source>
        <translation>残留着网页的标签、实体或不可见字符。</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>You decided this one yourself.</source>
        <translation>这一处由您自己决定。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Nothing in this text had to be repaired.</source>
        <translation>本文没有需要修复的地方。</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>, </source>
        <comment>between the kinds of a list</comment>
        <translation type="unfinished">，</translation>
    </message>
    <message>
        <source>{whole}: {each}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>As the system</source>
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
        <source>Above the word under the pointer</source>
        <translation>只在鼠标所指的词上</translation>
    </message>
    <message>
        <source>Above all words</source>
        <translation>在所有词上</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不注音</translation>
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
        <source>None, as dictionaries</source>
        <translation>不标变调，与词典相同</translation>
    </message>
    <message>
        <source>Of 一 and 不</source>
        <translation>只标“一”和“不”的变调</translation>
    </message>
    <message>
        <source>All: also third tones</source>
        <translation>全部，包括上声变调</translation>
    </message>
    <message>
        <source>Best for Chinese</source>
        <translation>最适合中文的字体</translation>
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
            <numerusform>另有 %Ln 个拖入的文件没有打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>One window shows one document; drop them one by one.</source>
        <translation>一个窗口显示一份文档，请逐个拖入。</translation>
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
</context>
<context>
    <name>ReadingEdits</name>
    <message>
        <source>{typed} is no reading of {word}.</source>
        <translation>“{typed}”不是“{word}”的读音。</translation>
    </message>
    <message>
        <source>Write one syllable for each character, with tone marks or numbers.</source>
        <translation>请给每个字写一个音节，用调号或数字标声调。</translation>
    </message>
    <message>
        <source>You cannot make decisions here now.</source>
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
        <source>Reading of {word}</source>
        <translation>“{word}”的读音</translation>
    </message>
    <message>
        <source>Another reading…</source>
        <translation>其他读音…</translation>
    </message>
    <message>
        <source>Always read {word} as {reading}</source>
        <translation>“{word}”总读作 {reading}</translation>
    </message>
    <message>
        <source>Forget what was set here</source>
        <translation>取消这里的设定</translation>
    </message>
    <message>
        <source>Forget the reading of this word</source>
        <translation>取消这个词的设定</translation>
    </message>
</context>
<context>
    <name>ReadingRules</name>
    <message>
        <source>It is read as a surname here.</source>
        <translation>这里是姓氏。</translation>
    </message>
    <message>
        <source>In 为此, 为何, 为了 and the like it means &quot;for&quot;.</source>
        <translation>在“为此”“为何”“为了”这类词里，表示目的或原因。</translation>
    </message>
    <message>
        <source>With the verb before it, it means &quot;become&quot; or &quot;be&quot;.</source>
        <translation>与前面的动词连用，表示“成为、作为”。</translation>
    </message>
    <message>
        <source>In 以 … 为 it means &quot;take as&quot;.</source>
        <translation>在“以……为……”里，表示“当作”。</translation>
    </message>
    <message>
        <source>In 为 … 所 it says by whom something is done.</source>
        <translation>在“为……所……”里，表示被动。</translation>
    </message>
    <message>
        <source>Behind a verb of change it means &quot;into&quot;.</source>
        <translation>在表示变化的动词后面，表示“成为”。</translation>
    </message>
    <message>
        <source>A number, a date or a quotation follows, so it means &quot;is&quot;.</source>
        <translation>后面是数字、日期或引文，表示“是”。</translation>
    </message>
    <message>
        <source>A number with its unit follows, so it means &quot;is&quot;.</source>
        <translation>后面是带单位的数字，表示“是”。</translation>
    </message>
    <message>
        <source>What stands before it has a value, so it means &quot;is&quot;.</source>
        <translation>前面的事项要说明是什么，表示“是”。</translation>
    </message>
    <message>
        <source>The one something is done for follows, so it means &quot;for&quot;.</source>
        <translation>后面先说对象，再说做什么，表示“替、给”。</translation>
    </message>
    <message>
        <source>The one who is served follows, so it means &quot;for&quot;.</source>
        <translation>后面是服务的对象，表示“替、给”。</translation>
    </message>
    <message>
        <source>At the start of a clause, before a verb, it means &quot;in order to&quot;.</source>
        <translation>在分句开头、动词前面，表示目的。</translation>
    </message>
    <message>
        <source>Behind words such as 一心 and 专 it means &quot;for&quot;.</source>
        <translation>在“一心”“专”这类词后面，表示“为了”。</translation>
    </message>
    <message>
        <source>A list of people follows, so it means &quot;for&quot;.</source>
        <translation>后面列举对象，表示“替、给”。</translation>
    </message>
    <message>
        <source>Behind words such as 依法 and 免费 it means &quot;for&quot;.</source>
        <translation>在“依法”“免费”这类词后面，表示“替、给”。</translation>
    </message>
    <message>
        <source>A verb follows it and another comes later, so it means &quot;in order to&quot;.</source>
        <translation>后面接动词，再后面另有动词，表示目的。</translation>
    </message>
    <message>
        <source>It stands between two nouns and means &quot;is&quot;.</source>
        <translation>前后都是名词，表示“是”。</translation>
    </message>
    <message>
        <source>In 获得, 不得, 所得 and the like it means &quot;get&quot; or &quot;may&quot;.</source>
        <translation>在“获得”“不得”“所得”这类说法里，表示“取得”或“许可”。</translation>
    </message>
    <message>
        <source>What is won follows, so it means &quot;get&quot;.</source>
        <translation>后面是得到的东西，表示“取得”。</translation>
    </message>
    <message>
        <source>A number of points, votes or medals follows, so it means &quot;get&quot;.</source>
        <translation>后面是分数、票数或奖牌数，表示“取得”。</translation>
    </message>
    <message>
        <source>It stands before a verb and means &quot;must&quot;.</source>
        <translation>在动词前面，表示“必须”。</translation>
    </message>
    <message>
        <source>It stands behind a verb and introduces how it is done.</source>
        <translation>在动词后面，引出补语。</translation>
    </message>
    <message>
        <source>It stands behind a verb or an adjective and introduces how.</source>
        <translation>在动词或形容词后面，引出补语。</translation>
    </message>
    <message>
        <source>A word of degree follows, so it introduces how.</source>
        <translation>后面是程度词，引出补语。</translation>
    </message>
    <message>
        <source>It stands behind a verb or an adjective and ends the phrase.</source>
        <translation>在动词或形容词后面，作补语标志。</translation>
    </message>
    <message>
        <source>Behind a noun or a person it means &quot;get&quot;.</source>
        <translation>在名词或人的后面，表示“取得”。</translation>
    </message>
    <message>
        <source>It means &quot;land&quot; or &quot;place&quot;.</source>
        <translation>表示“土地、地方”。</translation>
    </message>
    <message>
        <source>Behind what is done it means &quot;place&quot;.</source>
        <translation>前面说的是做什么，表示“地点”。</translation>
    </message>
    <message>
        <source>It names the place where something is done.</source>
        <translation>指做某事的地点。</translation>
    </message>
    <message>
        <source>It joins a description to the verb behind it.</source>
        <translation>连接前面的描写和后面的动词。</translation>
    </message>
    <message>
        <source>Behind an adjective it says how something is done.</source>
        <translation>在形容词后面，说明怎样做。</translation>
    </message>
    <message>
        <source>It ends a word that says how something is done.</source>
        <translation>作词尾，说明怎样做。</translation>
    </message>
    <message>
        <source>Behind 性, 然 or a doubled word it says how something is done.</source>
        <translation>在“性”“然”或叠词后面，说明怎样做。</translation>
    </message>
    <message>
        <source>Behind a doubled word it says how something is done.</source>
        <translation>在叠词后面，说明怎样做。</translation>
    </message>
    <message>
        <source>A description stands before it and a verb behind.</source>
        <translation>前面是描写，后面是动词。</translation>
    </message>
    <message>
        <source>What follows shows that it means &quot;land&quot; or &quot;place&quot;.</source>
        <translation>从后面的字看，表示“土地、地方”。</translation>
    </message>
    <message>
        <source>Behind 得, 不 or 没 it means &quot;succeed in&quot;.</source>
        <translation>在“得”“不”“没”后面，表示达到。</translation>
    </message>
    <message>
        <source>In 睡着了, 找着了 and the like it says that it worked.</source>
        <translation>在“睡着了”“找着了”这类说法里，表示达到。</translation>
    </message>
    <message>
        <source>At the end of the clause it means &quot;catch fire&quot;.</source>
        <translation>在句末，表示“燃烧”。</translation>
    </message>
    <message>
        <source>In 着火, 着急, 着凉 and the like it means &quot;be touched by&quot;.</source>
        <translation>在“着火”“着急”“着凉”这类词里，表示“受到”。</translation>
    </message>
    <message>
        <source>What is worn follows, so it means &quot;wear&quot;.</source>
        <translation>后面是衣物，表示“穿”。</translation>
    </message>
    <message>
        <source>In 着陆, 着手 and the like it means &quot;touch&quot; or &quot;set to&quot;.</source>
        <translation>在“着陆”“着手”这类词里，表示“接触”或“开始”。</translation>
    </message>
    <message>
        <source>It stands behind a verb and says that it goes on.</source>
        <translation>在动词后面，表示持续。</translation>
    </message>
    <message>
        <source>What is owed follows, so it means &quot;give back&quot;.</source>
        <translation>后面是所欠的东西，表示“归还”。</translation>
    </message>
    <message>
        <source>At the end of the clause it means &quot;give back&quot;.</source>
        <translation>在分句末尾，表示“归还”。</translation>
    </message>
    <message>
        <source>What is given back stands before it, or whom it goes to behind.</source>
        <translation>前面是归还的东西，或后面是归还的对象，表示“归还”。</translation>
    </message>
    <message>
        <source>Behind 归, 偿 and the like it means &quot;give back&quot;.</source>
        <translation>在“归”“偿”这类字后面，表示“归还”。</translation>
    </message>
    <message>
        <source>It means &quot;still&quot; or &quot;also&quot;.</source>
        <translation>表示“仍然”或“也”。</translation>
    </message>
    <message>
        <source>It means &quot;capital&quot; or &quot;city&quot;.</source>
        <translation>表示“首都”或“城市”。</translation>
    </message>
    <message>
        <source>It is part of a name or a title.</source>
        <translation>是名称或官职的一部分。</translation>
    </message>
    <message>
        <source>It stands before what is said and means &quot;all&quot; or &quot;even&quot;.</source>
        <translation>在谓语前面，表示“全部”或“甚至”。</translation>
    </message>
    <message>
        <source>It names a watch of the night.</source>
        <translation>指夜里的更次。</translation>
    </message>
    <message>
        <source>What is changed follows, so it means &quot;change&quot;.</source>
        <translation>后面是改变的内容，表示“改变”。</translation>
    </message>
    <message>
        <source>It means &quot;more&quot;.</source>
        <translation>表示“更加”。</translation>
    </message>
    <message>
        <source>In 淹没, 没收 and the like it means &quot;sink&quot; or &quot;take away&quot;.</source>
        <translation>在“淹没”“沉没”这类说法里，表示“沉入”或“收走”。</translation>
    </message>
    <message>
        <source>It means &quot;confiscate&quot; or &quot;rise above&quot;.</source>
        <translation>表示“没收”或“漫过”。</translation>
    </message>
    <message>
        <source>It means &quot;not&quot;.</source>
        <translation>表示“没有”。</translation>
    </message>
    <message>
        <source>A penalty follows, so it means &quot;punish with&quot;.</source>
        <translation>后面是处罚内容，表示“处以”。</translation>
    </message>
    <message>
        <source>With 于 or 在 it means &quot;be in&quot;.</source>
        <translation>与“于”“在”等连用，表示“身在”。</translation>
    </message>
    <message>
        <source>A number or a word such as 该 stands before it, so it means &quot;place&quot;.</source>
        <translation>前面是数词或“该”这类词，表示“地点”。</translation>
    </message>
    <message>
        <source>Behind 身, 地 and the like it means &quot;find oneself in&quot;.</source>
        <translation>在“身”“地”这类字后面，表示“身在”。</translation>
    </message>
    <message>
        <source>It means &quot;get on with each other&quot;.</source>
        <translation>表示“相处”。</translation>
    </message>
    <message>
        <source>What kind of place it is stands before it.</source>
        <translation>前面说明是怎样的地方，表示“地方”。</translation>
    </message>
    <message>
        <source>Behind the name of an office it means &quot;division&quot;.</source>
        <translation>在部门名称后面，表示“部门”。</translation>
    </message>
    <message>
        <source>A length or a time follows, so it means &quot;long&quot;.</source>
        <translation>后面是长度或时间，表示“长短”。</translation>
    </message>
    <message>
        <source>Behind a word of degree it means &quot;long&quot;.</source>
        <translation>在程度词后面，表示“不短”。</translation>
    </message>
    <message>
        <source>It is said of a time or a way and means &quot;long&quot;.</source>
        <translation>说的是时间或路程，表示“不短”。</translation>
    </message>
    <message>
        <source>What grows, or how, follows, so it means &quot;grow&quot;.</source>
        <translation>后面说长出什么或怎样，表示“生长”。</translation>
    </message>
    <message>
        <source>In 渐长, 见长 and the like it means &quot;grow&quot;.</source>
        <translation>在“渐长”“见长”这类词里，表示“增长”。</translation>
    </message>
    <message>
        <source>Behind the name of an office it means &quot;head&quot;.</source>
        <translation>在机构名称后面，表示“负责人”。</translation>
    </message>
    <message>
        <source>It means &quot;elder&quot; or &quot;chief&quot;.</source>
        <translation>表示“年长”或“首领”。</translation>
    </message>
    <message>
        <source>What follows shows that it means &quot;long&quot;.</source>
        <translation>从后面的字看，表示“不短”。</translation>
    </message>
    <message>
        <source>It means &quot;religion&quot; or &quot;education&quot;.</source>
        <translation>表示“宗教”或“教育”。</translation>
    </message>
    <message>
        <source>The one who is taught follows, so it means &quot;teach&quot;.</source>
        <translation>后面是教的对象，表示“传授”。</translation>
    </message>
    <message>
        <source>What is taught follows, so it means &quot;teach&quot;.</source>
        <translation>后面是教的内容，表示“传授”。</translation>
    </message>
    <message>
        <source>Before 了 or 的, as a verb, it means &quot;teach&quot;.</source>
        <translation>在“了”“的”前面作动词，表示“传授”。</translation>
    </message>
    <message>
        <source>With the character before it, it means &quot;religion&quot; or &quot;teaching&quot;.</source>
        <translation>与前面的字组成词，表示“宗教”或“教导”。</translation>
    </message>
    <message>
        <source>With the character behind it, it means &quot;teaching&quot;.</source>
        <translation>与后面的字组成词，表示“教育、教导”。</translation>
    </message>
    <message>
        <source>A name follows, so it means &quot;teach&quot;.</source>
        <translation>后面是人名，表示“传授”。</translation>
    </message>
    <message>
        <source>Behind 一 it means a group on the way.</source>
        <translation>在“一”后面，指同行的一批人。</translation>
    </message>
    <message>
        <source>At the end of the clause it means &quot;all right&quot;.</source>
        <translation>在句末，表示“可以”。</translation>
    </message>
    <message>
        <source>Behind a number it counts rows or lines.</source>
        <translation>在数词后面，指行列或行业。</translation>
    </message>
    <message>
        <source>It means &quot;bank&quot; or &quot;firm&quot;.</source>
        <translation>表示“银行”或“商行”。</translation>
    </message>
    <message>
        <source>With what follows it means &quot;go&quot; or &quot;do&quot;.</source>
        <translation>与后面的字连用，表示“走”或“做”。</translation>
    </message>
    <message>
        <source>With what stands before it, it means &quot;go&quot; or &quot;do&quot;.</source>
        <translation>与前面的字连用，表示“走”或“做”。</translation>
    </message>
    <message>
        <source>Behind 多 or 少, before an amount, it means &quot;plant&quot;.</source>
        <translation>在“多”“少”后面、数量前面，表示“种植”。</translation>
    </message>
    <message>
        <source>In 种了, 种上 and the like it means &quot;plant&quot;.</source>
        <translation>在“种了”“种上”这类说法里，表示“种植”。</translation>
    </message>
    <message>
        <source>Behind a number or a word such as 这 it means &quot;kind&quot;.</source>
        <translation>在数词或“这”这类词后面，表示“种类”。</translation>
    </message>
    <message>
        <source>A crop follows, so it means &quot;plant&quot;.</source>
        <translation>后面是作物，表示“种植”。</translation>
    </message>
    <message>
        <source>With what stands before it, it means &quot;plant&quot;.</source>
        <translation>与前面的字连用，表示“种植”。</translation>
    </message>
    <message>
        <source>It means &quot;seed&quot;, &quot;breed&quot; or &quot;species&quot;.</source>
        <translation>表示“种子”“品种”或“物种”。</translation>
    </message>
    <message>
        <source>It means &quot;errand&quot;.</source>
        <translation>表示“差事”。</translation>
    </message>
    <message>
        <source>It means &quot;send&quot;.</source>
        <translation>表示“派遣”。</translation>
    </message>
    <message>
        <source>What differs stands before it, so it means &quot;difference&quot;.</source>
        <translation>前面是比较的内容，表示“差别”。</translation>
    </message>
    <message>
        <source>With what follows it means &quot;difference&quot;.</source>
        <translation>与后面的字组成词，表示“差别”。</translation>
    </message>
    <message>
        <source>How much is lacking follows.</source>
        <translation>后面说缺多少，表示“欠缺”。</translation>
    </message>
    <message>
        <source>Behind a word of degree it means &quot;poor&quot;.</source>
        <translation>在程度词后面，表示“不好”。</translation>
    </message>
    <message>
        <source>It is said of a quality and means &quot;poor&quot;.</source>
        <translation>说的是质量、条件等，表示“不好”。</translation>
    </message>
    <message>
        <source>With 把 or 将 before it, it means &quot;take for&quot;.</source>
        <translation>前面有“把”或“将”，表示“当作”。</translation>
    </message>
    <message>
        <source>It means &quot;be&quot;, &quot;at&quot; or &quot;when&quot;.</source>
        <translation>表示“担任”“面对”或“在……时”。</translation>
    </message>
    <message>
        <source>An invitation or a request follows, so it means &quot;at&quot;.</source>
        <translation>后面是邀请或请求，表示“接受、响应”。</translation>
    </message>
    <message>
        <source>It means &quot;answer&quot; or &quot;meet&quot;.</source>
        <translation>表示“回应、适应”。</translation>
    </message>
    <message>
        <source>It means &quot;ought to&quot;.</source>
        <translation>表示“应当”。</translation>
    </message>
    <message>
        <source>It means &quot;measure&quot;.</source>
        <translation>表示“测量”。</translation>
    </message>
    <message>
        <source>It means &quot;amount&quot;.</source>
        <translation>表示“数量”。</translation>
    </message>
    <message>
        <source>Behind a number it counts layers.</source>
        <translation>在数词后面，表示“层”。</translation>
    </message>
    <message>
        <source>The verb behind it is done again.</source>
        <translation>后面的事再做一次，表示“重新”。</translation>
    </message>
    <message>
        <source>It means &quot;heavy&quot; or &quot;weight&quot;.</source>
        <translation>表示“分量大”或“重量”。</translation>
    </message>
    <message>
        <source>It means &quot;move&quot;, &quot;send&quot; or &quot;look into&quot;.</source>
        <translation>表示“调动”或“查考”。</translation>
    </message>
    <message>
        <source>What is adjusted, or how, follows.</source>
        <translation>后面说怎样调整，表示“调整”。</translation>
    </message>
    <message>
        <source>In 上调, 微调 and the like it means &quot;adjust&quot;.</source>
        <translation>在“上调”“微调”这类词里，表示“调整”。</translation>
    </message>
    <message>
        <source>It means &quot;transfer&quot;.</source>
        <translation>表示“调动”。</translation>
    </message>
    <message>
        <source>It means &quot;do&quot; or &quot;work&quot;.</source>
        <translation>表示“做”。</translation>
    </message>
    <message>
        <source>It means &quot;count&quot;.</source>
        <translation>表示“点数目”。</translation>
    </message>
    <message>
        <source>What follows shows that it means &quot;count&quot;.</source>
        <translation>从后面的字看，表示“点数目”。</translation>
    </message>
    <message>
        <source>In 可数, 细数 and the like it means &quot;count&quot;.</source>
        <translation>在“可数”“细数”这类说法里，表示“点数目”。</translation>
    </message>
    <message>
        <source>It means &quot;number&quot; or &quot;some&quot;.</source>
        <translation>表示“数目”或“几”。</translation>
    </message>
    <message>
        <source>It only colours the syllable before it.</source>
        <translation>只是前一个音节的儿化。</translation>
    </message>
    <message>
        <source>It means &quot;child&quot; and is a syllable of its own.</source>
        <translation>表示“孩子”，自成音节。</translation>
    </message>
    <message>
        <source>Behind a number or a word such as 这 it counts animals or things.</source>
        <translation>在数词或“这”这类词后面，作量词。</translation>
    </message>
    <message>
        <source>It means &quot;single&quot;.</source>
        <translation>表示“单独”。</translation>
    </message>
    <message>
        <source>It stands for boats or animals as a whole.</source>
        <translation>泛指船只或牲畜。</translation>
    </message>
    <message>
        <source>It means &quot;only&quot;.</source>
        <translation>表示“仅仅”。</translation>
    </message>
    <message>
        <source>It means &quot;picture&quot;.</source>
        <translation>表示“相片”。</translation>
    </message>
    <message>
        <source>With what stands before it, it means &quot;looks&quot;, &quot;minister&quot; or &quot;phase&quot;.</source>
        <translation>与前面的字连用，表示“相貌”“首相”或“位相”。</translation>
    </message>
    <message>
        <source>With what follows it means &quot;looks&quot; or &quot;phase&quot;.</source>
        <translation>与后面的字组成词，表示“相貌”或“位相”。</translation>
    </message>
    <message>
        <source>It stands before what is done and means &quot;each other&quot;.</source>
        <translation>在动词等前面，表示“互相”。</translation>
    </message>
    <message>
        <source>It means &quot;general&quot; or &quot;player&quot;.</source>
        <translation>表示“将领”或“能手”。</translation>
    </message>
    <message>
        <source>With what follows it means &quot;general&quot;.</source>
        <translation>与后面的字组成词，表示“将领”。</translation>
    </message>
    <message>
        <source>It means &quot;will&quot;, or &quot;take&quot; as 把 does.</source>
        <translation>表示“将要”，或相当于“把”。</translation>
    </message>
    <message>
        <source>It means &quot;and&quot; or &quot;with&quot;.</source>
        <translation>表示“和、跟”。</translation>
    </message>
    <message>
        <source>Those who are led follow, so it means &quot;lead&quot;.</source>
        <translation>后面是率领的对象，表示“带领”。</translation>
    </message>
    <message>
        <source>It means &quot;plain&quot;, &quot;rash&quot; or &quot;example&quot;.</source>
        <translation>表示“直爽”“轻率”或“榜样”。</translation>
    </message>
    <message>
        <source>It means &quot;rate&quot;.</source>
        <translation>表示“比率”。</translation>
    </message>
    <message>
        <source>It means &quot;part&quot; or &quot;what is due&quot;.</source>
        <translation>表示“成分”或“本分”。</translation>
    </message>
    <message>
        <source>It means &quot;divide&quot; or &quot;point&quot;.</source>
        <translation>表示“分开”或“分数”。</translation>
    </message>
    <message>
        <source>It stands in the name of a firm.</source>
        <translation>它是企业名称的一部分。</translation>
    </message>
    <message>
        <source>What something is taken for follows, so it means &quot;as&quot;.</source>
        <translation>后面说的是把它当作什么，所以表示“作为”。</translation>
    </message>
    <message>
        <source>What stands before it tells how something is done.</source>
        <translation>前面的词说明怎样做。</translation>
    </message>
    <message>
        <source>The idiom before it tells how something is done.</source>
        <translation>前面的成语说明怎样做。</translation>
    </message>
    <message>
        <source>How somebody looks follows, so it means &quot;grow&quot;.</source>
        <translation>后面说长相，所以表示“生长”。</translation>
    </message>
    <message>
        <source>Where it goes follows, so it means &quot;go&quot;.</source>
        <translation>后面说到达哪里，所以表示“行进”。</translation>
    </message>
    <message>
        <source>It is said of what stands before it and means &quot;poor&quot;.</source>
        <translation>用来评价前面的事物，表示“不好”。</translation>
    </message>
    <message>
        <source>It means &quot;poor&quot;.</source>
        <translation>表示“不好”。</translation>
    </message>
    <message>
        <source>How it is used follows, so it means &quot;take for&quot;.</source>
        <translation>后面说怎样使用或看待，所以表示“当作”。</translation>
    </message>
    <message>
        <source>It means &quot;tone&quot;.</source>
        <translation>表示色彩、语气或曲调。</translation>
    </message>
    <message>
        <source>With what follows it means &quot;heavy&quot;.</source>
        <translation>与后面的词连用，表示“重量大”或“程度深”。</translation>
    </message>
    <message>
        <source>It means &quot;roll&quot;.</source>
        <translation>表示弯转裹起，或裹成的东西。</translation>
    </message>
    <message>
        <source>It means &quot;papers&quot; or &quot;volume&quot;.</source>
        <translation>表示书卷、试卷或案卷。</translation>
    </message>
    <message>
        <source>It means &quot;part in a play&quot;.</source>
        <translation>表示戏剧或影视里的人物。</translation>
    </message>
    <message>
        <source>It means &quot;corner&quot; or &quot;horn&quot;.</source>
        <translation>表示角落、犄角。</translation>
    </message>
    <message>
        <source>It means &quot;mould&quot;.</source>
        <translation>表示模具。</translation>
    </message>
    <message>
        <source>It means &quot;spring&quot; or &quot;flick&quot;.</source>
        <translation>表示弹动、弹出。</translation>
    </message>
    <message>
        <source>It means &quot;bullet&quot; or &quot;bomb&quot;.</source>
        <translation>表示子弹、炸弹。</translation>
    </message>
    <message>
        <source>It means &quot;year&quot;, or &quot;print&quot;.</source>
        <translation>表示“年”，或“刊登、记录”。</translation>
    </message>
    <message>
        <source>It means &quot;biography&quot;.</source>
        <translation>表示传记。</translation>
    </message>
    <message>
        <source>It means &quot;hand on&quot;.</source>
        <translation>表示传递、传播。</translation>
    </message>
    <message>
        <source>It means &quot;holiday&quot; or &quot;leave&quot;.</source>
        <translation>表示假期。</translation>
    </message>
    <message>
        <source>It means &quot;false&quot;.</source>
        <translation>表示“不真”。</translation>
    </message>
    <message>
        <source>It means &quot;dipper&quot;, or a measure of grain.</source>
        <translation>表示斗形的器具或容量单位。</translation>
    </message>
    <message>
        <source>It means &quot;strength&quot; or &quot;zeal&quot;.</source>
        <translation>表示力气、精神。</translation>
    </message>
    <message>
        <source>It means &quot;music&quot;.</source>
        <translation>表示音乐。</translation>
    </message>
    <message>
        <source>It means &quot;glad&quot;, in names of firms and places, too.</source>
        <translation>表示“快乐”，用于企业名、地名时也是这样读。</translation>
    </message>
    <message>
        <source>It means &quot;hair&quot;.</source>
        <translation>表示头发。</translation>
    </message>
    <message>
        <source>It means &quot;loose&quot; or &quot;scattered&quot;.</source>
        <translation>表示松散、零散。</translation>
    </message>
    <message>
        <source>It means &quot;dazed&quot;.</source>
        <translation>表示发愣、糊涂。</translation>
    </message>
    <message>
        <source>It means &quot;cover&quot; or &quot;receive&quot;.</source>
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
        <source>Behind a verb and 得 it means &quot;be able to&quot;.</source>
        <translation>用在动词和“得”后面，表示能够。</translation>
    </message>
    <message>
        <source>It means &quot;fall&quot; or &quot;be knocked down&quot;.</source>
        <translation>表示倒下。</translation>
    </message>
    <message>
        <source>It means &quot;pour&quot; or &quot;go backwards&quot;.</source>
        <translation>表示倾倒、向后，或转折。</translation>
    </message>
    <message>
        <source>It means &quot;disaster&quot;.</source>
        <translation>表示灾难。</translation>
    </message>
    <message>
        <source>It means &quot;difficult&quot;.</source>
        <translation>表示困难。</translation>
    </message>
    <message>
        <source>It means &quot;young&quot;.</source>
        <translation>表示年轻。</translation>
    </message>
    <message>
        <source>It means &quot;few&quot; or &quot;less&quot;.</source>
        <translation>表示数量小。</translation>
    </message>
    <message>
        <source>It means &quot;good&quot;, or &quot;done&quot;.</source>
        <translation>表示优点多，或完成。</translation>
    </message>
    <message>
        <source>It means &quot;dry&quot;.</source>
        <translation>表示干燥。</translation>
    </message>
    <message>
        <source>It means &quot;hit&quot; or &quot;win&quot;.</source>
        <translation>表示正对上、受到。</translation>
    </message>
    <message>
        <source>It means &quot;hide&quot; or &quot;keep&quot;.</source>
        <translation>表示躲藏、收存。</translation>
    </message>
    <message>
        <source>It means &quot;surrender&quot; or &quot;subdue&quot;.</source>
        <translation>表示投降、制服。</translation>
    </message>
    <message>
        <source>It means &quot;go down&quot;.</source>
        <translation>表示下降。</translation>
    </message>
    <message>
        <source>Something is left behind.</source>
        <translation>表示遗漏、忘了拿。</translation>
    </message>
    <message>
        <source>It means &quot;stick&quot;.</source>
        <translation>表示粘贴、附着。</translation>
    </message>
    <message>
        <source>It means &quot;sew&quot;.</source>
        <translation>表示用针线连上。</translation>
    </message>
    <message>
        <source>It means &quot;slap&quot; or &quot;fan&quot;.</source>
        <translation>表示用手掌打，或摇动生风。</translation>
    </message>
    <message>
        <source>It means &quot;suffer&quot;.</source>
        <translation>表示遭受。</translation>
    </message>
    <message>
        <source>It means &quot;be close to&quot;.</source>
        <translation>表示靠近。</translation>
    </message>
    <message>
        <source>It means &quot;tired&quot;.</source>
        <translation>表示疲劳。</translation>
    </message>
    <message>
        <source>It means &quot;rare&quot;.</source>
        <translation>表示“少”。</translation>
    </message>
    <message>
        <source>It means &quot;fresh&quot;.</source>
        <translation>表示新鲜、鲜美。</translation>
    </message>
    <message>
        <source>It means &quot;as far as possible&quot;.</source>
        <translation>表示力求达到最大限度。</translation>
    </message>
    <message>
        <source>It means &quot;to the end&quot; or &quot;use up&quot;.</source>
        <translation>表示完、全部用出。</translation>
    </message>
    <message>
        <source>It means &quot;vomit&quot;.</source>
        <translation>表示呕吐。</translation>
    </message>
    <message>
        <source>It means &quot;stuff&quot;.</source>
        <translation>表示填入。</translation>
    </message>
    <message>
        <source>It means &quot;blocked&quot;.</source>
        <translation>表示堵住不通。</translation>
    </message>
    <message>
        <source>It means &quot;tie&quot;.</source>
        <translation>表示捆、打结。</translation>
    </message>
    <message>
        <source>It means &quot;give up&quot;.</source>
        <translation>表示放弃。</translation>
    </message>
    <message>
        <source>It means &quot;proofread&quot;.</source>
        <translation>表示校对。</translation>
    </message>
    <message>
        <source>It means &quot;school&quot;.</source>
        <translation>表示学校。</translation>
    </message>
    <message>
        <source>It means &quot;diamond&quot; or &quot;drill&quot;.</source>
        <translation>表示钻石、钻头。</translation>
    </message>
    <message>
        <source>It means &quot;drill&quot; or &quot;go into&quot;.</source>
        <translation>表示打孔、进入。</translation>
    </message>
    <message>
        <source>It means &quot;carry on the back&quot;.</source>
        <translation>表示用脊背驮。</translation>
    </message>
    <message>
        <source>With 同 before it, it means &quot;go&quot;.</source>
        <translation>与“同”连用，表示“走”。</translation>
    </message>
    <message>
        <source>It means &quot;shop&quot; or &quot;berth&quot;.</source>
        <translation>表示店铺、床铺。</translation>
    </message>
    <message>
        <source>It means &quot;lay&quot; or &quot;spread&quot;.</source>
        <translation>表示展开、铺设。</translation>
    </message>
    <message>
        <source>It means &quot;thin&quot;.</source>
        <translation>表示厚度小。</translation>
    </message>
    <message>
        <source>It means &quot;sleep&quot;.</source>
        <translation>表示睡眠。</translation>
    </message>
    <message>
        <source>It means &quot;dig up&quot; or &quot;strip off&quot;.</source>
        <translation>表示刨开、剥下。</translation>
    </message>
    <message>
        <source>It means &quot;swallow&quot;.</source>
        <translation>表示吞下。</translation>
    </message>
    <message>
        <source>It means &quot;turn round&quot;, or one turn.</source>
        <translation>表示旋转，或转的圈数。</translation>
    </message>
    <message>
        <source>It belongs to the five elements.</source>
        <translation>指“五行”：金、木、水、火、土。</translation>
    </message>
    <message>
        <source>It means &quot;wound&quot;.</source>
        <translation>表示伤口。</translation>
    </message>
    <message>
        <source>It means &quot;sweat&quot;.</source>
        <translation>表示汗水。</translation>
    </message>
    <message>
        <source>It means &quot;crack&quot;.</source>
        <translation>表示缝隙。</translation>
    </message>
    <message>
        <source>It means &quot;cut&quot;.</source>
        <translation>表示用刀切开。</translation>
    </message>
    <message>
        <source>It means &quot;stir up&quot;, or &quot;tall&quot;.</source>
        <translation>表示挑动，或身材高。</translation>
    </message>
    <message>
        <source>It means &quot;choose&quot;, or &quot;carry on a pole&quot;.</source>
        <translation>表示挑选，或用肩担。</translation>
    </message>
    <message>
        <source>It means &quot;scatter&quot;.</source>
        <translation>表示散布、撒落。</translation>
    </message>
    <message>
        <source>It means &quot;how&quot; or &quot;why&quot;.</source>
        <translation>表示“怎么”。</translation>
    </message>
    <message>
        <source>It means &quot;head for&quot;.</source>
        <translation>表示朝着目标去。</translation>
    </message>
    <message>
        <source>It means &quot;workshop&quot;.</source>
        <translation>表示作坊。</translation>
    </message>
    <message>
        <source>It means &quot;coax&quot;.</source>
        <translation>表示用言语逗引。</translation>
    </message>
    <message>
        <source>It means &quot;grind&quot;.</source>
        <translation>表示摩擦、研磨。</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>as the page&apos;s own gloss says</source>
        <translation>依原文自带的注音</translation>
    </message>
    <message>
        <source>as in the word {word}</source>
        <translation>依词语“{word}”</translation>
    </message>
    <message>
        <source>set by you for {word}</source>
        <translation>按您对“{word}”的设定</translation>
    </message>
    <message>
        <source>set by you for this place</source>
        <translation>按您在此处的设定</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>from the words around it</source>
        <translation>依上下文推断</translation>
    </message>
    <message>
        <source>as it is usually read</source>
        <translation>依通常读法</translation>
    </message>
    <message>
        <source>The page says {said}; in this word it is {reading}.</source>
        <translation>原文注作 {said}，在这个词里读 {reading}。</translation>
    </message>
    <message>
        <source>Read it so at this place</source>
        <translation>在这里这样读</translation>
    </message>
    <message>
        <source>Forget the reading of this word</source>
        <translation>取消这个词的设定</translation>
    </message>
    <message>
        <source>Always read it so</source>
        <translation>总是这样读</translation>
    </message>
    <message>
        <source>Forget what was set here</source>
        <translation>取消这里的设定</translation>
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
        <source>{count} to look at</source>
        <translation>{count}处待看</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>已处理完</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>无损</translation>
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
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>清除这些记录</translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message>
        <source>and {count} more here</source>
        <translation>此处还有 {count} 条</translation>
    </message>
    <message>
        <source>Lost for good</source>
        <translation>已丢失，无法恢复</translation>
    </message>
    <message>
        <source>Proposed, not applied</source>
        <translation>建议，未应用</translation>
    </message>
    <message>
        <source>the original stands</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>{word}, {percent}</source>
        <translation>{word}，{percent}</translation>
    </message>
    <message>
        <source>It could also be:</source>
        <translation>也可能是：</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
</context>
<context>
    <name>RepairCommands</name>
    <message>
        <source>There is no repair to go to.</source>
        <translation>没有可以跳到的修复。</translation>
    </message>
    <message>
        <source>The kinds this text has are hidden; the legend shows them again.</source>
        <translation>本文所有的修复类型都已隐藏，可在图例中重新显示。</translation>
    </message>
    <message>
        <source>Nothing in this text had to be repaired.</source>
        <translation>本文没有需要修复的地方。</translation>
    </message>
    <message>
        <source>There is nothing undecided to go to.</source>
        <translation>没有未定之处可去。</translation>
    </message>
</context>
<context>
    <name>ReviewLists</name>
    <message>
        <source>Decisions that no longer apply</source>
        <translation>不再适用的决定</translation>
    </message>
    <message>
        <source>The text here was changed or deleted. Your decisions are kept and will apply again if it comes back.</source>
        <translation>这些文字已被改动或删除。您的决定仍然保留，文字恢复后会重新生效。</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>您的决定</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Comparison with this version</source>
        <translation>与当前版本对比</translation>
    </message>
    <message>
        <source>Places that this version of Jingdu would repair differently: {count}. Your decisions stay either way.</source>
        <translation>当前版本有{count}处修复不同。您的决定不受影响。</translation>
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
        <translation>此处只读。重新打开即可看到那边的决定。</translation>
    </message>
    <message>
        <source>Decide here instead</source>
        <translation>改在此处审校</translation>
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
            <numerusform>%Ln项决定仍然适用。</numerusform>
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
        <translation>其余决定不受影响。保存前会先备份。</translation>
    </message>
    <message>
        <source>The repairs saved with this document are damaged.</source>
        <translation>随本文保存的修复结果已损坏。</translation>
    </message>
    <message>
        <source>It was restored anew; your decisions apply.</source>
        <translation>本文已重新修复，您的决定仍然适用。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln decision(s) still apply.</source>
        <translation>
            <numerusform>%Ln项决定全部适用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it was changed.</source>
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
        <source>Keep this window open and nothing is lost; saving is tried again by itself.</source>
        <translation>只要不关闭窗口就不会丢失；程序会自动重试。</translation>
    </message>
    <message>
        <source>Another window has taken over this document.</source>
        <translation>另一个窗口已接手本文。</translation>
    </message>
    <message>
        <source>What you decided is saved. It is read-only here from now on.</source>
        <translation>您的决定已保存。从现在起此处只读。</translation>
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
    <name>Saving</name>
    <message>
        <source>{name} is being written…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are undecided.</source>
        <translation>
            <numerusform>%Ln处未定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) are lost.</source>
        <translation>
            <numerusform>%Ln处丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clean text was saved as {name}.</source>
        <translation>净文已保存为 {name}。</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>已写入 {name}。</translation>
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
        <source>The clean text stands beside the original. Every repair can be looked at, explained and taken back.</source>
        <translation>净文与原文并列对照。
每处修复都可查看理由，也可撤回。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文字</translation>
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
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Address of a page</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Or drop files or text anywhere on this window. Documents stay on this computer.</source>
        <translation>也可将文件或文字拖放到本窗口任意位置。
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
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Restoring</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Repair {current} of {total}</source>
        <translation>第 {current} 处修复，共 {total} 处</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repair(s)</source>
        <translation>
            <numerusform>%Ln 处修复</numerusform>
        </translation>
    </message>
    <message>
        <source>restoring the rest…</source>
        <translation>正在修复其余部分…</translation>
    </message>
    <message>
        <source>only a part is restored</source>
        <translation>只修复了一部分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) lost in decoding</source>
        <translation>
            <numerusform>解码时丢失 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <translation>
            <numerusform>%Ln 处未定</numerusform>
        </translation>
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
    <name>UndecidedChip</name>
    <message>
        <source>Undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Jingdu is not sure here: the text was left as it is, and you decide.
Click to go to the next.</source>
        <translation>净读在这些地方没有把握，原文未动，由您决定。
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
        <source>Sets the first view. All of it can be changed later.</source>
        <translation>这只决定初始视图，以后均可更改。</translation>
    </message>
    <message>
        <source>To learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Pinyin over new words, meanings, your own word list. The original is folded away.</source>
        <translation>生词上方显示拼音，可查释义，可建自己的生词表。原文收起。</translation>
    </message>
    <message>
        <source>To edit</source>
        <translation>校对</translation>
    </message>
    <message>
        <source>Both texts, the review panel, one key a decision, exports with tracked changes.</source>
        <translation>两种文本对照，配审校面板，一键一处，可导出修订稿。</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>都要</translation>
    </message>
    <message>
        <source>Both texts, pinyin on hover, both panels as tabs.</source>
        <translation>两种文本对照，悬停显示拼音，两个面板以标签页切换。</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
</TS>
