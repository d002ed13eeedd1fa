"""Every kind of finding, declared once. Ids are stable: they are never given a second meaning.

E1… the file cannot be read · E2… it is not written as a script is · E3… it names what is not there ·
E4… the story does not hold together · W5… it could be better.
"""

from __future__ import annotations

from elderguard.scenario.diagnostic import Code

# --- reading --------------------------------------------------------------------------------------
UNREADABLE = Code("E101", "读不了", "这个文件读不了：{why}", "{remedy}")
TOO_MUCH = Code("E102", "超出限度", "{what}。", "故事请写短一点，或者分成两个文件。")
HIDDEN_CHARACTER = Code(
    "E103",
    "看不见的字符",
    "这里有一个看不见的字符（{code_point}），多半是从网页或聊天里复制来的。",
    "请把这一行删掉，自己重新打一遍。",
)
SYNTAX = Code("E104", "格式不对", "从这里开始看不懂：{why}", "{remedy}")
DUPLICATE_KEY = Code("E105", "重复的键", "“{key}”在同一组里写了两次，头一次在第 {line} 行。", "{remedy}")
YAML_TRICK = Code("E106", "不能用的记号", "这里用了{what}，剧本里不能用。", "{remedy}")

# --- shape ----------------------------------------------------------------------------------------
UNKNOWN_KEY = Code("E201", "不认识的键", "“{key}”不能写在{where}里。", "{hint}{remedy}")
MISSING_KEY = Code("E202", "缺少内容", "{where}里缺少“{key}”（{meaning}）。", "请加上一行“{key}: ……”。")
WRONG_TYPE = Code("E203", "写法不对", "“{key}”的写法不对：{why}", "{remedy}")
UNKNOWN_WORD = Code("E204", "不认识的词", "“{key}”不能写“{given}”。", "{hint}可以写的有：{known}。")
EMPTY = Code("E205", "空着没写", "“{key}”后面没有写内容。", "请写上内容，或者删掉这一行。")
UNCLEAR_STEP = Code("E206", "这一步不清楚", "{why}", "{remedy}")
BAD_ID = Code(
    "E207",
    "代号写法不对",
    "“{given}”不能当代号：{why}",
    "{remedy}",
)
DUPLICATE_ID = Code(
    "E208", "重复的代号", "{what}“{id}”用了两次，头一次在第 {line} 行。", "请给其中一个换个代号。"
)
CHOICE_COUNT = Code("E209", "选项个数不对", "这一问有 {count} 个选项。", "每一问要有 2 个或 3 个选项。")
SCHEMA_VERSION = Code(
    "E210",
    "版本不对",
    "这个剧本写的版本是“{given}”，本程序只认得版本 1。",
    "请写成“schema: 1”，或者换新版程序。",
)
FOLDER_NAME = Code(
    "E211",
    "文件夹名不一致",
    "文件夹叫“{folder}”，剧本的 id 却是“{id}”。",
    "请把其中一个改成和另一个一样。",
)

SAME_ID = Code(
    "E212",
    "同名的故事",
    "已经有一个故事叫“{id}”，这一个就演不到了。",
    "请给文件夹和 id 换个名字。",
)

# --- references -----------------------------------------------------------------------------------
UNKNOWN_SCENE = Code(
    "E301", "去向不存在", "要去的场景“{scene}”没有写。", "{hint}请改成已有的场景，或者在 scenes 里加上它。"
)
UNKNOWN_HOTLINE = Code(
    "E302",
    "没有这个热线",
    "热线表里没有“{hotline}”。",
    "{hint}热线只能写表里的代号：{known}。",
)
UNKNOWN_SPEAKER = Code(
    "E303", "没有这个人物", "没有叫“{speaker}”的人物。", "{hint}人物要先在 speakers 里写好。"
)
UNKNOWN_PORTRAIT = Code(
    "E304",
    "没有这个头像",
    "没有“{portrait}”这个头像。",
    "{hint}现成的头像有：{known}；也可以写剧本文件夹里的图片名。",
)
BAD_PICTURE = Code("E305", "图片不能用", "图片“{picture}”不能用：{why}", "{remedy}")
UNKNOWN_PLACE = Code(
    "E306",
    "没有这个地点",
    "没有“{place}”这个地点的图。",
    "{hint}现成的地点有：{known}；也可以写剧本文件夹里的图片名。",
)
UNKNOWN_CUE = Code(
    "E307",
    "没有这处破绽",
    "“{step}”不是一个写了 cue 的步骤。",
    "{hint}请写成带 cue 的那一步的 id。",
)
CUE_NOT_IN_TEXT = Code(
    "E308",
    "原文里没有这几个字",
    "cue 引的“{quote}”，在这一步的话里找不到。",
    "请照着这一步的原话，一字不差地抄几个字。",
)
UNKNOWN_CHOICE = Code("E309", "没有这个选项", "没有叫“{choice}”的选项。", "{hint}请写成选项的 id。")
NEVER_SET = Code(
    "E310",
    "条件永远不成立",
    "{what}“{name}”从来没有{how}，这个条件永远不成立。",
    "{hint}请先在前面的步骤或选项里{how}它。",
)
UNKNOWN_TACTIC = Code(
    "E311", "没有这个手法", "没有编号“{tactic}”的手法。", "{hint}编号是 A01 到 A14、B01 到 B15。"
)
SAFE_LINE_TOO_LONG = Code(
    "E312",
    "安全话太长",
    "安全话“{text}”有 {count} 个字，最多 {limit} 个。",
    "老人要一口气说得出来，请写短一点。",
)
WITHHELD_NUMBER = Code(
    "E313", "不能用的号码", "“{number}”不能写进剧本：{why}。", "请删掉，改用热线表里的号码。"
)
NO_VOICE_OF_HIS_OWN = Code(
    "E314",
    "声音和别人一样",
    "“{name}”用的声音“{voice}”，{whose}。一个故事里，每个人要有自己的声音，老人才听得出谁在说话。",
    "还没人用的声音有：{known}。",
)

# --- flow -----------------------------------------------------------------------------------------
NO_SAFE_CHOICE = Code(
    "E401",
    "没有稳妥的选项",
    "{when}这一问没有稳妥的选项。",
    "请加一个去核实（verify）或者拒绝（refuse）的选项。",
)
SHOWN_CHOICES = Code(
    "E402",
    "出现的选项个数不对",
    "{when}这一问会出现 {count} 个选项。",
    "不管走哪条路，都要有 2 个或 3 个选项。请看看选项上的 when。",
)
UNREACHABLE_SCENE = Code(
    "E403", "走不到的场景", "场景“{scene}”怎么走都走不到。", "请让哪个选项或者 goto 去到它，或者删掉它。"
)
NO_ENDING = Code(
    "E404",
    "绕圈子没有结局",
    "从场景“{scene}”的这里往后，怎么走都到不了结局。",
    "请让其中一步去到一个有 end 的场景。",
)
RUNS_OUT = Code(
    "E405",
    "场景没有收尾",
    "场景“{scene}”走到这里就没有下一步了。",
    "最后一步请写 goto（去下一个场景）或者 end（结局）。",
)

# --- advice ---------------------------------------------------------------------------------------
LONG_SENTENCE = Code(
    "W501",
    "句子太长",
    "“{start}……”这一句中间没有停顿，有 {count} 个字，最多 {limit} 个。",
    "请加个逗号，或者分成两句。",
)
LONG_CHOICE = Code(
    "W502",
    "选项太长",
    "选项“{start}……”有 {count} 个字，字放到最大时一行放不下。",
    "请写到 {limit} 个字以内。",
)
NO_FEEDBACK = Code(
    "W503", "选错了没有说明", "选项“{text}”会吃亏，却没有写 feedback。", "请用一句不责怪人的话说说会怎样。"
)
NO_ROUTE = Code(
    "W504",
    "没写怎么核实",
    "选项“{text}”是去核实，却没有写 route。",
    "请写清走哪条路：{known}。问对方本人不算核实。",
)
NO_TWIN = Code("W505", "没有对照的故事", "{why}", "{remedy}")
HURTFUL_WORD = Code("W506", "吓人或者伤人的话", "“{word}”{why}。", "请换一句平和的话。上当的人没有错。")
TELLING_TITLE = Code(
    "W507", "名字泄了底", "{what}“{text}”里有“{word}”，还没开始就知道答案了。", "请换一个看不出真假的名字。"
)
NO_CLIP = Code(
    "W508",
    "没有录音",
    "{what}没有录音：“{start}”。",
    "请重新生成语音包，不然要用电脑语音来念。",
)
UNLISTED_NUMBER = Code(
    "W509",
    "来路不明的号码",
    "“{number}”{why}。",
    "{remedy}",
)
UNREACHED_STEP = Code(
    "W510", "走不到的一步", "{what}怎么走都走不到。", "请看看它的 when，或者前面是不是已经离开了这个场景。"
)
NOT_ALL_SEARCHED = Code(
    "W511",
    "没有查完",
    "这个故事的岔路太多，查了 {count} 种情形还没有查完。",
    "请少用一点 adds（计数），或者把故事写短一点。",
)

ENDING_DISAGREES = Code(
    "W512",
    "结局和经过对不上",
    "走到这个结局时，{what}，结局却写着 {outcome}（{meaning}）。比如这样走：{way}。",
    "{remedy}",
)

LOST_TEXT = Code(
    "W513",
    "后半句不见了",
    "“{lost}”不会出现在故事里：空格后面的“#”开头的，是写给自己看的。",
    "要它出现，请用双引号把整句括起来；真是写给自己看的，请在“#”后面空一格。",
)
NOBODY_SEES = Code(
    "W514",
    "谁也看不见的画面",
    "屏幕这时背着老人，这个画面谁也看不见，只会说“手机上有动静”。",
    "要让人看见，请在前面加一步“phone: {{held_by: ……}}”，不写 turned_away，屏幕就转过来了。",
)
IDLE_HELPER_WORDS = Code(
    "W515",
    "没有用上的说法",
    "“{text}”用不上：{why}。",
    "{remedy}",
)

ALL = tuple(sorted((code for code in globals().values() if isinstance(code, Code)), key=lambda code: code.id))
