"""Rules for characters that are a verb in one reading: 处 长 教 行 种 差 当 应."""

from __future__ import annotations

from reader.pinyin.particles import END, NUMBER
from reader.pinyin.rules import CLEAR, Occurrence, ReadingRule, Rules

_COUNTED = f"(?:{NUMBER}|[几数多每半某各这那哪此该同另何前后首])"
_PENALTY = "死刑|无期|有期|拘役|管制|罚|警告|拘留|没收|违约金|并|相应|同额|其"
_BASE = "(?:违法所得|货值|合同|销售|工程|税款|应缴|欠缴|漏缴|偷逃|直接损失|投资|造价)"
_CROPS = (
    "树|花|草|地|田|粮|菜|麦|小麦|稻|水稻|玉米|大豆|棉|果|茶|油菜|药材|烟|瓜|豆|甘蔗|桑|竹|柳|苗|蘑菇|土豆"
    "|马铃薯|花生|葡萄|苹果|什么|庄稼|经济作物|蔬菜|水果|红薯|辣椒"
)
_SUBJECTS = (
    "书|课|语文|数学|英语|外语|物理|化学|历史|音乐|体育|美术|舞蹈|钢琴|唱|画|会|给|过|着|得|出"
)


def _follows_ba(place: Occurrence) -> bool:
    """Tell if 把 or 将 stands before in the clause: 把困难当机遇."""
    return any(word in place.clause_before()[-14:] for word in "把拿")


RULES: Rules = {
    "处": (
        ReadingRule(
            "chǔ",
            "punishes with",
            ("情节较轻的，|处|二百元罚款", "并|处|没收财产", "并可|处|违法所得五倍的罚款"),
            after=f"{NUMBER}+(?:年|个?月|日|天|万?元|万|千|百|倍|以)|{_PENALTY}|{_BASE}[^，。；]{{0,14}}(?:倍|罚款)",
            before="[^0-9０-９]|^",
            test=lambda place: place.previous_class()[:1] not in ("m",),
            sure=CLEAR,
        ),
        ReadingRule(
            "chǔ",
            "is in, with 于 在",
            ("我国|处|于重要战略机遇期",),
            before="[^之]|^",
            after="[于在死决斩]|以(?!上|下|内)",
            sure=CLEAR,
        ),
        ReadingRule(
            "chù",
            "so many places, this place",
            ("查封窝点十余|处|", "该|处|房屋"),
            before=f"{_COUNTED}|余|别|到|四",
        ),
        ReadingRule(
            "chǔ",
            "finds oneself in",
            ("身|处|逆境",),
            before="身|地|[^之独]共|和平共|久|泰然",
            sure=CLEAR,
        ),
        ReadingRule(
            "chǔ", "gets on with", ("邻里|处|得不错",), after="得|过|了(?!长|解)", sure=CLEAR
        ),
        ReadingRule(
            "chù", "a place of some kind", before="[深高远近低暗明细微小大妙益坏害短长痛难之的]"
        ),
        ReadingRule(
            "chù",
            "an office: behind its name",
            ("人事|处|负责考核",),
            previous="nvjsb",
            test=lambda place: len(place.previous_word()) > 1,
        ),
    ),
    "长": (
        ReadingRule(
            "zhǎng",
            "head of, behind the office",
            ("参谋总|长|到访",),
            before="(?:参谋|检察|外交|内务|财政|陆军|海军|司法|教育|农商|交通|各)[部次]?总",
        ),
        ReadingRule(
            "cháng",
            "so long: before or behind a measure",
            ("新路|长|二十公里", "裂缝|长|约两米"),
            before="[^校局市县部院省厅处科团班站镇乡区会组队]|^",
            after=f"[约近达至于为过逾超]|{NUMBER}|[0-9]",
        ),
        ReadingRule(
            "cháng",
            "long, behind a degree",
            before="[太很较更最过越多不全总波弧延周边身体臂管线]|这么|那么|十分|非常|比较|特别|相当",
            test=lambda place: not place.after.startswith(("大", "高", "出", "成", "势")),
        ),
        ReadingRule(
            "cháng",
            "so long: before or behind a measure",
            ("两条边等|长|", "两根绳子不等|长|"),
            before="(?:边|线|段|绳|弦|臂|棱|轴|杆|管|子|不|的)等",
            after=f"{END}|[的时且线]",
        ),
        ReadingRule(
            "cháng",
            "long, said of time and way",
            ("流程|长|、成本高", "等候时间|长|了些"),
            before="时间|期限|周期|[续质用活效龄假][期]|寿命|距离|链条|战线|跨度|流程|路线|年限|工期|历史|篇幅|程|线|日子|里程|条",
        ),
        ReadingRule(
            "zhǎng",
            "grows",
            ("墙角|长|出青苔", "树木|长|得茂盛"),
            after="[出满大成势高着齐起疮胖肉毛牙虫叶芽草]|得|了|在|什么样|啥样|相",
        ),
        ReadingRule(
            "zhǎng",
            "grows: how somebody looks",
            ("她人|长|的很漂亮",),
            before="[你我他她它人]|孩子|女孩|男孩|姑娘|小伙",
            after="的(?:[真很太也更挺好帅丑像高]|极其|漂亮|一般|不)",
        ),
        ReadingRule("zhǎng", "grows: 渐长, 见长", before="[渐见增助消生成滋疯陡]"),
        ReadingRule(
            "zhǎng",
            "head of, behind the office",
            ("各省厅局|长|参加会议",),
            before="[局部省市县区乡镇村厅处科校院所站队组班会团营连排军师旅厂店船庭社馆园室段台楼系州旗盟街户警狱关]"
            "|董事|委员|秘书|检察|审判|理事|监事|书记|指挥|参谋|侦探|典狱|[河湖林田链片栋湾滩塘哨库]|单元|网格|巷）?",
            after=f"{END}|[的及和与、]|[^期度远短时途效河江征久城跑]",
            test=lambda place: place.next_class()[:1] != "a",
        ),
        ReadingRule("zhǎng", "elder", before="年|最?年|兄|师|学|家|首|酋|族"),
        ReadingRule(
            "cháng",
            "long, behind nothing",
            after="[、，的坡舒吁啸跪租杆袖裤裙桌凳椅]|风衣|头发|太息|叹|下坡|上坡|隧道|期|远|久|时|途|短",
        ),
    ),
    "教": (
        ReadingRule(
            "jiào",
            "religion, education",
            ("佛|教|人士", "产|教|融合"),
            before="[信宗佛道传产科]|斯兰|基督|天主|东正|新|犹太|喇嘛",
            after="[^会我你他她]|$",
            sure=CLEAR,
        ),
        ReadingRule(
            "jiāo",
            "teaches: whom",
            ("老艺人|教|孩子们剪纸", "爷爷|教|他下棋"),
            before="[^指管请受]|^",
            after="[我你他她它咱谁《个]|一个|自己|大家|学生|孩子|儿童|小孩|农民|群众|徒弟|学员|村民|居民|工人|老人|你们",
        ),
        ReadingRule(
            "jiāo",
            "teaches: what",
            ("他在中学|教|化学", "歌是妈妈|教|会的"),
            after=f"(?:{_SUBJECTS})(?!学|堂)",
            test=lambda place: (
                not place.before.endswith(("信", "宗", "传", "佛", "道", "请", "执"))
            ),
        ),
        ReadingRule(
            "jiāo",
            "taught: before 了 and 的",
            after="[了的]",
            previous="nrvdp",
            before="[^宗佛道信传请执管受调]",
        ),
        ReadingRule(
            "jiào",
            "religion, teaching as a part of a word",
            before="[特信宗佛道执管请受调求赐文科幼高职从助支外传入说言身家施政党国函育胎早重寓任]",
            sure=CLEAR,
        ),
        ReadingRule(
            "jiào",
            "teaching as a part of a word",
            after="[育学师材室导练训堂派徒义主皇条职龄辅具改研务委相于养益坛科案员官头诲士规风区众程典令宗]|体局|卫",
            sure=CLEAR,
        ),
        ReadingRule("jiāo", "teaches somebody", following="nr"),
    ),
    "行": (
        ReadingRule(
            "xíng",
            "so many on the way",
            ("考察团一|行|八人到访",),
            before="一",
            after=f"{NUMBER}|人|抵|来|先|在|前|赴|到|于|还|还有|的",
        ),
        ReadingRule(
            "xíng",
            "so many on the way",
            ("县委书记一|行|首先察看了灾情", "调研组一|行|深入田间"),
            before="(?<![第这那哪每逐干爱换同了写有着出成下入某唯末首])一",
            after="[^字诗文代泪脚白列小业，。；：！？、）”]",
            previous="m",
            test=lambda place: place.index > 0,
        ),
        ReadingRule(
            "xíng",
            "the five elements",
            ("金木水火土合称五|行|", "五|行|学说"),
            before="(?<!第)五",
            after=f"{END}|[属相缺学说之]",
        ),
        ReadingRule(
            "xíng",
            "goes together: 同行",
            ("与他同|行|的还有三人", "一路与你同|行|"),
            before="(?:相|结伴|一路|偕|伙伴|携手|一起|[与和跟][你我他她它])同",
            after="[^业]|$",
        ),
        ReadingRule(
            "xíng",
            "goes together: 同行",
            ("同|行|三人下车问路",),
            before="同",
            after=f"{NUMBER}|[人者走友伙乘旅]",
        ),
        ReadingRule(
            "xíng",
            "goes, drives: 车行至",
            ("车|行|至收费站时熄火", "（2018）皖16|行|终3号"),
            before="[车驶0-9船]",
            after="[至到经]|[终初审申]",
        ),
        ReadingRule(
            "xíng",
            "will do",
            ("那样可不|行|", "手续齐全就|行|"),
            before="[不就才也都还真可]",
            after=f"{END}|[了吗吧的]",
        ),
        ReadingRule(
            "háng",
            "rows, trades, lines",
            ("表格第二|行|有误", "写了三|行|字"),
            before=f"(?:{NUMBER}|[几数多每半同各本该两全这那哪])",
            after="[^吗吧不]|$",
            test=lambda place: (
                not place.after.startswith(("动", "为", "政", "走", "使", "程", "人", "驶"))
            ),
        ),
        ReadingRule(
            "háng",
            "a bank, a firm",
            before="[总分支银投商农改转入换排跨懂内外首末成米粮车洋]|代理|开户|托管|贷款|拍卖|典当|发卡",
            after=f"{END}|[的了和与及、行做长员业内间]|[^动为政走使程驶]",
        ),
        ReadingRule(
            "xíng",
            "goes, does",
            ("一路向北|行|进",),
            after="[动走为驶政使人程李善贿窃骗文军星刑凶至经将进不得了吗吧去销色踪医]",
        ),
        ReadingRule(
            "xíng",
            "goes, does, behind its adverb",
            before="[可能准先试执施推实流航飞步骑运通出旅远前缓逆横并直爬滑潜巡游随送知言品德善暴罪修力践履进举盛风奉简而须向]",
        ),
    ),
    "种": (
        ReadingRule(
            "zhòng",
            "plants more or less",
            ("动员农户多|种|几亩油菜",),
            before="[多少]",
            after=f"些|一些|点|一点|了|几|{NUMBER}+亩",
        ),
        ReadingRule(
            "zhòng",
            "plants: 种了, 种着, 种上",
            ("山坡上|种|了果树",),
            after="[了着过上下完满出好在得不]",
            before="^|[^各这那某多每几何哪品物变良]",
        ),
        ReadingRule(
            "zhǒng",
            "so many kinds",
            ("共有六|种|情形", "这|种|做法"),
            before=f"{NUMBER}|[几数多每某各这那哪此该同何诸本两种]",
            sure=CLEAR,
        ),
        ReadingRule(
            "zhòng",
            "plants: a crop",
            ("引导村民|种|茶", "收完麦子|种|玉米"),
            after=_CROPS,
            before="^|[^麦稻品良]",
        ),
        ReadingRule(
            "zhòng",
            "plants: 播种, 抢种, 要种",
            before="[播栽抢补套轮复春秋夏冬混间耕移接改密扩免想要会能不没来去爱]|打算|农民|农户|村民|学着",
        ),
        ReadingRule(
            "zhǒng",
            "seed, breed, species",
            before="[品树物变良语兵险车税军工人火绝菌毒疫特剧纯杂亲谷麦稻蛋原育选制配引留传灭保蚕鱼猪牛]",
            sure=CLEAR,
        ),
        ReadingRule(
            "zhǒng", "seed, breed, species", after="[类子群族种质源业畜禽鸡猪牛公]", sure=CLEAR
        ),
    ),
    "差": (
        ReadingRule(
            "chāi",
            "an errand",
            ("他刚出了一趟|差|",),
            before="出.{0,5}|[趟公当钦邮听派办专交]",
            after=f"{END}|的|回",
        ),
        ReadingRule("chāi", "sends", after="[遣役使旅事]"),
        ReadingRule(
            "chā",
            "difference, behind what differs",
            ("两国时|差|为六小时", "水位|差|达三米"),
            before="[之温时价利逆顺级误偏落反色压位公方极等视储息税]|标准|温度|收入|年龄|贫富|比分|海拔",
            after=f"{END}|[为达是在约有即越的等较大小不明]|{NUMBER}",
        ),
        ReadingRule(
            "chà",
            "poor, behind what it is said of",
            ("街道脏、乱、|差|", "手机信号|差|", "身体已经|差|到没法走路"),
            before="[乱脏]、?|信号|速度|口碑|体验|效应|绝缘性|比[^，。]{1,6}|已经|不会|最|稍|略",
            after=f"{END}|[的了到得、，]",
        ),
        ReadingRule(
            "chà", "poor", ("杜绝|差|货进市场", "|差|等生受到关心"), after="[货水生]|等生|劲|不了"
        ),
        ReadingRule(
            "chà", "lacks so much", ("人都到了，就|差|你了",), before="[就只还]", after="[你我他她]"
        ),
        ReadingRule("chā", "difference", after="[别异距额价错值池]"),
        ReadingRule(
            "chà",
            "lacks so much",
            ("离目标还|差|三百万元",),
            after=f"{NUMBER}|[几半点]|一点|得|不多|不离|劲",
        ),
        ReadingRule(
            "chà",
            "poor, behind a degree",
            before="[很较太更最极越不]|非常|比较|特别|十分|相当|还|有点",
        ),
        ReadingRule(
            "chà",
            "poor, said of a quality",
            ("服务态度|差|、效率低", "经济效益|差|的企业"),
            before="质量|信用|效果|条件|素质|性|成绩|态度|路况|环境|效益|表现|能力|基础|力|信誉|卫生|脾气|记性|身体|治安",
        ),
    ),
    "当": (
        ReadingRule(
            "dàng",
            "takes for",
            ("不能把权力|当|特权",),
            test=_follows_ba,
            after="[^庭场面众即天日月年地前时事局选权做成作着]",
        ),
        ReadingRule(
            "dàng",
            "takes for: behind it is said how it is used",
            ("旧家电|当|废品卖了", "别把事情|当|儿戏看"),
            after="(?!年|时|天|地)[^，。；]{1,4}(?:看待|看|卖|使唤|养)(?:了|的|$|[，。！？])",
        ),
        ReadingRule(
            "dàng",
            "takes for",
            ("你就|当|没听见", "只|当|他不存在"),
            before="[就只权全]",
            after="[你我他她没]",
        ),
        ReadingRule("dāng", "be, at, when", ("|当|事人申请撤回时", "他想|当|医生")),
    ),
    "应": (
        ReadingRule(
            "yìng",
            "at the request of",
            ("|应|俄方邀请，代表团出访",),
            after="[^，。；]{1,14}(?:邀请|请求|之邀|哀求|要求[，,]|约[，,])",
            before="^|[，。；：\n ]",
        ),
        ReadingRule("yìng", "answers, meets", before="[反适对供感效照呼]", previous="vndm"),
        ReadingRule(
            "yìng",
            "answers, meets",
            after="[对急用变邀聘试诉战征酬验景答援募激力询]",
            test=lambda place: len(place.next_word()) < 2,
        ),
        ReadingRule(
            "yìng",
            "answers, meets",
            ("他低着头|应|了一声",),
            after="了?[一两]声|了句|着(?![重力眼手])|道(?!德)",
        ),
        ReadingRule("yīng", "ought to", ("经营者|应|明码标价", "各地|应|及时公布"), sure=CLEAR),
    ),
}
