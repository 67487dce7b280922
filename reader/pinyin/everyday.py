"""Rules for verbs and adjectives of news and daily life: 倒 难 少 好 干 中 藏 降 落 粘."""

from __future__ import annotations

from reader.pinyin.particles import END, NUMBER
from reader.pinyin.rules import CLEAR, ReadingRule, Rules

_LIQUID = "水|茶|酒|油|汤|奶|垃圾|污水|剩菜|剩饭|饮料|可乐|咖啡"
_KEPT = "钥匙|手机|钱包|身份证|行李|雨伞|书包|证件|护照|背包|作业|眼镜|充电器|耳机"

RULES: Rules = {
    "倒": (
        ReadingRule(
            "dǎo",
            "falls, is knocked down",
            ("围墙被台风刮|倒|", "老人晕|倒|在路边"),
            before="[跌摔打推轧撞压刮吹砸拉绊晕昏瘫醉趴扑翻放击扳驳难问吓病累跪睡卧栽斩掀踢踩歪坍不]",
            after="[^车是]|$",
        ),
        ReadingRule(
            "dào",
            "pours, goes backwards",
            ("司机|倒|车时没看后视镜", "他把垃圾|倒|掉了", "妈妈给客人|倒|了杯茶"),
            after=f"[入出掉进流灌挂贴立数影映叙退吸逼扣查也]|了?[点杯碗些]|了?一[杯点碗]|车|(?:{_LIQUID})|是|还|先|不失|输|更|像|觉得|起了?车",
            sure=CLEAR,
        ),
        ReadingRule(
            "dào",
            "pours, goes backwards",
            ("脏水不要|倒|在路上", "把剩菜|倒|了可惜"),
            before=f"(?:{_LIQUID})[^，。]{{0,4}}|时停时",
        ),
        ReadingRule(
            "dǎo",
            "falls, is knocked down",
            ("民警发现他|倒|在地上",),
            after="在|下|地|闭|塌|霉|台|卖",
        ),
    ),
    "难": (
        ReadingRule(
            "nàn",
            "a disaster",
            ("飞机失事，百余人遇|难|", "共赴国|难|"),
            before="[灾遇罹逃避殉国空海矿磨劫蒙赴大震死责发患危受苦]",
            after=f"{END}|[者民友属于的兴时之后与和家]",
            test=lambda place: not place.before.endswith(("很大", "受苦难", "更大")),
        ),
        ReadingRule(
            "nán",
            "difficult",
            ("老小区停车|难|", "找工作越来越|难|", "道理不|难|懂"),
            sure=CLEAR,
        ),
    ),
    "少": (
        ReadingRule(
            "shào",
            "young",
            ("男女老|少|都来看戏", "阔|少|花钱如流水"),
            before="[老恶阔富大]",
            after=f"{END}|[皆都爷们的]",
            test=lambda place: not place.before.endswith(("很大", "多大")),
        ),
        ReadingRule(
            "shào", "young", ("武校教|少|儿武术",), after="[年女将爷妇儿先校尉林奶壮帅东赛]"
        ),
        ReadingRule(
            "shào",
            "young",
            ("烈士邱|少|云牺牲在阵地上",),
            test=lambda place: (
                place.own_class() == "nr" and place.words[place.index][0] == place.at - 1
            ),
        ),
        ReadingRule("shǎo", "few, less", ("店里的客人越来越|少|", "晚饭要|少|吃油腻"), sure=CLEAR),
    ),
    "好": (
        ReadingRule(
            "hǎo",
            "good, done",
            ("病|好|了以后再上班", "他昨晚没睡|好|", "选用|好|干部"),
            before="[^爱喜嗜癖偏素性所其各友交]|^",
            after="[^学奇客色斗胜战酒赌逸古利施恶]|$",
            sure=CLEAR,
        ),
    ),
    "干": (
        ReadingRule(
            "gān",
            "dry",
            ("锅里的水烧|干|了", "衣服晾|干|再收"),
            before="毛巾|油漆|地面|池塘|河水|[烧晒晾烘风榨擦吹烤煮沥抽变口葡饼肉豆笋泪汗拧蒸阴杏枣饮]|自然|衣服|头发|还没|未|半",
            after=f"{END}|[了的透净后再衣裂硬掉]",
        ),
        ReadingRule(
            "gān",
            "dry",
            ("购买|干|鲜水果", "不要|干|等着"),
            after="[胶鲜缩燥净旱洗湿枯涸果粮草货脆杯粉裂冷爽海红白扰涉预戈系衣冰皮花锅电眼咳]|等着|着急|瞪",
        ),
        ReadingRule(
            "gàn",
            "does: work, what",
            ("大家都安心|干|活", "不能只说不|干|", "撸起袖子加油|干|", "工作没|干|好"),
            before="[想能敢肯来去在就不好苦巧大蛮真实快猛油会么要没白事活怎给自埋接着]|^",
            after=f"{END}|[活事吗啥劲革完起出过下不得一好成到精]|什么|实事|大事|工作|了(?!的)",
        ),
        ReadingRule("gàn", "does: work, what", ("他|干|一行爱一行",), after="一行|啥|什么"),
        ReadingRule(
            "gàn", "does: work, what", ("团支部表彰优秀团|干|",), before="[骨基团专警军提班村]"
        ),
    ),
    "中": (
        ReadingRule(
            "zhòng",
            "hits, wins",
            ("高空抛物险些砸|中|路人", "子弹击|中|左臂"),
            before="(?<![对互相])[击砸射猜踢刺砍咬瞄]|抽",
            after=f"{END}|[了其的目路一头左右行自对]|[^\\W\\d_]{{1,4}}(?:球门|篮筐|头部|腹部)",
        ),
        ReadingRule(
            "zhòng",
            "hits, wins",
            ("他买彩票|中|了大奖", "一家人煤气|中|了毒"),
            before="[^其初高集美途革生目据当空心]|^",
            after="[奖彩弹毒暑枪]|招(?![生商聘标募])|计(?![划算入提])|了(?:大|头|一|二|三|特)?等?(?:奖|彩|毒|枪|弹|邪|圈套|标|签|暑|风|计)",
        ),
    ),
    "藏": (
        ReadingRule(
            "cáng",
            "hides",
            ("他把现金|藏|袜子里", "行李中夹|藏|违禁品", "墙洞里|藏|了五万元"),
            before="[夹躲隐暗浅珍埋窝偷私馆典不所]|把[^，。]{1,6}|就",
            after="[^族区语文茶獒袍]|$",
        ),
        ReadingRule(
            "cáng",
            "hides",
            ("小偷|藏|在床下",),
            after="[在了着起到匿身毒污有进好钱]|入(?!藏)",
            before="[^西入进援川青滇康涉]|^",
        ),
    ),
    "降": (
        ReadingRule(
            "xiáng",
            "surrenders, subdues",
            ("守军宁死不|降|", "这人谁也|降|不住"),
            before="[投诱招纳诈劝归乞请受迎]|宁死不|不战而",
            after=f"{END}|[了者军将兵于书]",
        ),
        ReadingRule(
            "xiáng", "surrenders, subdues", ("高僧|降|妖",), after="[服伏妖魔龙将卒]|得住|不住"
        ),
        ReadingRule("jiàng", "goes down", ("旱区喜|降|春雨", "利率|降|至百分之三"), sure=CLEAR),
    ),
    "落": (
        ReadingRule(
            "là",
            "leaves behind",
            ("乘客把手机|落|在车上", "他的钥匙|落|家里了"),
            before=f"(?:{_KEPT})(?:忘|给|又)?",
            after="[在下]|家里|车上|办公室|单位|宿舍",
        ),
        ReadingRule(
            "là", "leaves behind", ("表格里|落|下一个人",), after="下(?:一|了?[几两三])[个位人项名]"
        ),
    ),
    "粘": (
        ReadingRule(
            "zhān",
            "sticks",
            ("泥土|粘|在车轮上", "墙上|粘|了一张二维码"),
            after="[贴在起上了到住附带板连接牢]|着(?!性|力)",
        ),
    ),
    "缝": (
        ReadingRule("féng", "sews", ("奶奶把衣服|缝|好了",), after="[好了过补合制衣针纫上完]|出来"),
        ReadingRule(
            "fèng",
            "a crack",
            ("墙上裂开一条长|缝|", "砖|缝|里长出小草"),
            before="[长裂石砖门窗板封接墙地夹牙]|[条道]",
            after=f"{END}|[里中间隙的口]",
        ),
        ReadingRule("féng", "sews", ("被子|缝|缝补补",), after="缝补补", sure=CLEAR),
    ),
    "扇": (
        ReadingRule(
            "shān",
            "slaps, fans",
            ("他当众|扇|同学耳光", "老板逼员工互|扇|巴掌"),
            after="[^，。]{0,5}(?:耳光|巴掌|嘴巴|脸)|[动风着了]",
            before="[^折风电吊叶]|^",
        ),
    ),
    "挨": (
        ReadingRule(
            "ái",
            "suffers",
            ("不交作业就|挨|老师骂", "爱打架的孩子总|挨|罚"),
            after="[^，。]{0,5}[打骂批揍饿冻罚宰训刀整轰踢耳]",
        ),
        ReadingRule("āi", "is close to", ("两家店紧|挨|着",), before="紧", sure=CLEAR),
    ),
    "累": (
        ReadingRule(
            "lèi",
            "tired",
            ("种地不再那么|累|", "孩子|累|得睡着了", "她又苦又|累|"),
            before="[很太最更又再挺真好都别玩怕苦叫喊活受疲劳]|[这那多什]么|不",
            after="[^计积加及进犯]|$",
        ),
        ReadingRule(
            "lèi", "tired", ("跑完步|累|坏了",), after="得|[着了死坏倒瘫趴垮人]|不累|一些|点"
        ),
    ),
    "鲜": (
        ReadingRule(
            "xiǎn", "rare", ("这种病|鲜|有报道",), after="[有见为少]", before="[^新海生]|^"
        ),
        ReadingRule("xiān", "fresh", ("汤汁|鲜|香", "水果保|鲜|"), sure=CLEAR),
    ),
    "尽": (
        ReadingRule("jǐn", "as far as possible", ("你|尽|可放心",), after="[量快早可管先让]"),
        ReadingRule("jìn", "to the end", ("想|尽|了办法", "各|尽|其责"), sure=CLEAR),
    ),
    "吐": (
        ReadingRule("tù", "vomits", ("孩子|吐|奶了", "他醉酒后|吐|了一地"), after="了|奶|酸|得"),
    ),
    "塞": (
        ReadingRule(
            "sāi",
            "stuffs",
            ("把砖头|塞|在车轮下", "临走前他|塞|给我一包糖"),
            after="[在进到满给了住入得]|几[个张块]",
            before="[^堰阻闭要边]|^",
        ),
        ReadingRule("sè", "blocked", ("地震形成堰|塞|",), before="[堰梗栓]", sure=CLEAR),
    ),
    "扎": (
        ReadingRule(
            "zā",
            "ties",
            ("小姑娘|扎|着长辫子",),
            after="[着了起]?[^，。]{0,4}(?:辫|头发|马尾|头巾|彩带|蝴蝶结)",
        ),
    ),
    "系": (
        ReadingRule(
            "jì",
            "ties",
            ("司机没|系|安全带", "他|系|着围裙做饭"),
            after="[着上好紧了住]?[^，。]{0,3}(?:安全带|领带|鞋带|围裙|围巾|扣|红领巾|绳|腰带|丝巾)",
        ),
    ),
    "舍": (
        ReadingRule(
            "shě", "gives up", ("人生有|舍|有得", "忍而不能|舍|"), before="[有难割]|不能|不肯"
        ),
    ),
    "校": (
        ReadingRule(
            "jiào",
            "proofreads",
            ("编|校|人员核对文稿",),
            before="[编审勘点]",
            after="[人稿员]|$",
        ),
        ReadingRule("jiào", "proofreads", ("他负责|校|稿",), after="[审稿定对勘订注样准验]"),
        ReadingRule("xiào", "school", ("两|校|学生交流",), sure=CLEAR),
    ),
    "钻": (
        ReadingRule("zuàn", "a diamond, a drill", ("表壳镶|钻|",), before="[镶晶裸彩水真]|电"),
        ReadingRule(
            "zuàn", "a diamond, a drill", ("购买|钻|戒",), after="[石戒头机饰表床杆禧塔具]"
        ),
        ReadingRule(
            "zuān",
            "drills, goes into",
            ("不法分子|钻|法律空子", "小猫|钻|进车底", "他干一行爱一行|钻|一行"),
            after="[进入出过空了个透探研牛一]|法律|政策|制度|漏洞|地(?!弹)|来钻",
        ),
    ),
    "汗": (
        ReadingRule(
            "hàn",
            "sweat",
            ("他边走边擦|汗|",),
            before="[擦流出冒虚冷抹身头滴]",
            after=f"{END}|[水珠液渍了]",
        ),
    ),
    "切": (
        ReadingRule(
            "qiē",
            "cuts",
            ("把姜|切|丝备用", "蛋糕|切|成八块"),
            before="[^一急关迫亲深真密热壹贴痛殷悲恳心切]|^",
            after="[出上下成丝片块碎好段丁开了完菜肉瓜]",
        ),
    ),
    "挑": (
        ReadingRule(
            "tiǎo", "stirs up", ("她身材高|挑|",), before="[单高细]", after=f"{END}|[的女]"
        ),
        ReadingRule(
            "tiāo",
            "chooses, carries on a pole",
            ("柿子专|挑|软的捏", "大家一起|挑|水浇地", "帮你|挑|专业"),
            after="[^战起逗衅灯动拨唆明开破头梁大下惊]",
            sure=CLEAR,
        ),
    ),
    "撒": (
        ReadingRule(
            "sǎ",
            "scatters",
            ("环卫工往路面|撒|盐", "出锅前|撒|上葱花", "货物|撒|了一地"),
            before="[^气内拉]|^",
            after="[盐上满下在钱花种播粉肥尿鸡狗施]|了?一[地把层波]|胡椒",
        ),
    ),
    "咋": (
        ReadingRule(
            "zǎ", "how, why", ("你|咋|还不回家", "不管|咋|样"), after="[^舌呼一咋]", sure=CLEAR
        ),
    ),
    "奔": (
        ReadingRule("bèn", "heads for", ("我都是|奔|三的人了",), after="[三四五六七八]的|[0-9]+岁"),
    ),
    "哄": (
        ReadingRule(
            "hǒng",
            "coaxes",
            ("孩子哭了怎么|哄|都没用", "妈妈|哄|他睡觉"),
            before="怎么|[要会能想来去连得着你没难好]|可以|^",
            after="[^抢堂动传笑闹抬]|$",
        ),
        ReadingRule("hǒng", "coaxes", after="[着他她我你孩宝睡人骗好完]"),
    ),
    "磨": (
        ReadingRule(
            "mó",
            "grinds",
            ("来了个|磨|剪子的", "刀已经|磨|好了"),
            after="剪|刀|斧|好|破|坏|薄|圆|皮|了",
        ),
    ),
    "创": (
        ReadingRule(
            "chuāng",
            "a wound",
            ("医生为他清|创|缝合",),
            before="[清]|开放性",
            after=f"{END}|[缝口面包术换]",
        ),
    ),
    "铺": (
        ReadingRule(
            "pù", "a shop, a bed", ("街边的店|铺|", "卧|铺|票"), before="[店商卧床当药饭肉金米]"
        ),
        ReadingRule(
            "pū",
            "lays",
            ("卫生间|铺|瓷砖", "路面|铺|了一层沙"),
            after="[贴设砖地瓷路开垫满上好着了在它向出平轨]",
        ),
    ),
    "薄": (
        ReadingRule(
            "báo",
            "thin",
            ("眼皮很|薄|", "这层冰|薄|如纸"),
            before="[很太较更最又变层皮冰这]",
            after=f"{END}|[了的如得而纸一]",
        ),
    ),
    "觉": (
        ReadingRule(
            "jiào",
            "sleep",
            ("终于睡了个安稳|觉|",),
            before="睡[^，。；]{0,5}|懒|午|安稳",
            after=f"{END}|[了的再后]",
        ),
    ),
    "扒": (
        ReadingRule(
            "bā", "digs up", ("大家来|扒|一扒内幕",), after="一扒|出|开|了[^手口]|[房皮墙]"
        ),
    ),
    "弄": (
        ReadingRule(
            "nòng",
            "does, gets somehow",
            ("把头发|弄|干", "这事我|弄|不懂", "他|弄|丢了钥匙"),
            after="[不得了着好坏干湿清丢错懂明到出来脏死伤断开成混假虚权潮]|巧成|点|个",
            before="[^里街巷坊门梅戏]|^",
            sure=CLEAR,
        ),
        ReadingRule(
            "lòng",
            "a lane",
            ("他住在里|弄|深处", "穿过|弄|堂"),
            before="[里街巷坊]",
            after="[^清]|$",
        ),
        ReadingRule("lòng", "a lane", after="堂"),
    ),
    "刨": (
        ReadingRule(
            "páo",
            "digs up",
            ("小狗在地上|刨|坑", "树根被|刨|了出来"),
            after="[坑土地出根挖开除去着了]|红薯|土豆",
        ),
    ),
    "炸": (
        ReadingRule(
            "zhá",
            "fries",
            ("捞出后再|炸|三分钟", "街边的|炸|串很香", "把鱼|炸|至金黄"),
            before="[油煎煸续酥]",
            after="[^弹药毁死伤]|$",
        ),
        ReadingRule(
            "zhá",
            "fries",
            after="[鸡薯串糕丸虾酱糖饺藕肉猪排]|油条|春卷|豆腐|鱼(?!雷)|(?:[0-9]|[一二三四五六七八九十])+(?:-|至|到)?[0-9]*(?:分钟|秒)|[至到成]?(?:金黄|微黄|酥|熟|透)",
        ),
    ),
    "盛": (
        ReadingRule(
            "chéng",
            "puts into a vessel",
            ("奶奶给客人|盛|饭", "碗里|盛|着汤", "锅里|盛|满了水"),
            after="[着满](?!长)|(?:[了出上起好在入]|一[碗勺])?(?:米饭|饭|汤|菜|粥|酒|碗里|盘里|在碗|在盘|水(?![期产土果]))|装",
            before="[^丰兴昌强繁鼎隆茂全旺]|^",
        ),
    ),
    "咽": (
        ReadingRule(
            "yàn", "swallows", ("他嚼了几口就|咽|了", "药片难|咽|下"), after="[了下进不]|口水"
        ),
    ),
    "转": (
        ReadingRule(
            "zhuàn",
            "turns round",
            ("电机每分钟三千|转|", "转速达到1750|转|/分钟"),
            before=f"[0-9十百千万]|{NUMBER}",
            after=f"/分|每分|{END}",
        ),
    ),
    "背": (
        ReadingRule(
            "bēi",
            "carries on the back",
            ("消防员|背|着老人下楼", "学生|背|书包"),
            before="[^马脊后手椅靠刀驼牛肩腰]|^",
            after="[着起上了出]{0,2}[^，。后]{0,4}(?:包|孩子|娃|老人|老太|老伯|奶奶|行囊|行李|下楼|伤员|背篓|枪)",
        ),
    ),
}
