"""What people call the words of a script when they do not know them: in Chinese, or in other English.

Only for hints (“您是不是想写……”); a script is never read by these names.
"""

from __future__ import annotations

from collections.abc import Iterable

from elderguard.scenario.model import SELF, TABLE
from elderguard.scenario.places import PLACE_NAMES

_KEYS = {
    "adds": "计数 加 累计 count",
    "amount": "金额 多少钱 数目 元",
    "app": "软件 应用",
    "asks": "要什么 索要 对方要什么 要的东西",
    "balance": "余额 存款",
    "borrows": "借走 被借走 借钱 借了",
    "call": "来电 电话 打电话 通话 phone_call",
    "caption": "旁白语 说明文字",
    "channel": "渠道 方式 途径",
    "chat": "聊天 微信 群消息 wechat",
    "choices": "选项 选择 options option choice answers",
    "cites": "回看 破绽回看",
    "clears": "去掉记号 清除",
    "credit_notice": "借款 花呗 借款通知",
    "cue": "破绽 线索 疑点 clue",
    "date": "日期",
    "daytime": "时间 时候 time",
    "difficulty": "难度",
    "document": "文件 证件 介绍信 信 通知书 海报 工作牌 paper letter",
    "end": "结局 结尾 结束 结果 ending",
    "exposes": "交出 交出去 泄露 expose",
    "face_scan": "刷脸 人脸 人脸识别 face",
    "feedback": "反馈 说明 点评 讲评",
    "from": "来自 谁发来 谁发的 发件人 sender",
    "goto": "去 去向 跳转 跳到 下一个场景 转到 next",
    "held_by": "谁拿着 在谁手里 拿着 holder",
    "hint": "提示 提醒 tip",
    "hotlines": "热线 电话号码 hotline",
    "id": "代号 编号",
    "install": "安装 装软件",
    "insurance": "医保 医保码",
    "kind": "类型 种类 类别 type",
    "leave": "离开 走开",
    "login": "登录 登陆",
    "loses": "丢钱 损失 丢了 lost",
    "material": "材料 素材",
    "minutes": "分钟 时长 几分钟",
    "mood": "语气 神情 心情 表情 emotion",
    "name": "名字 姓名 称呼 名称",
    "narrator": "旁白 叙述 讲述 解说 narration narrate",
    "note": "备注 志愿者 讲解",
    "notes": "备注 志愿者 讲解",
    "notice": "通知 提示 弹窗 popup",
    "payment": "付款 支付 转账 付钱 pay",
    "permission": "权限",
    "phone": "手机",
    "phone_home": "主屏 主屏幕 回主屏",
    "place": "地点 地方 location",
    "portrait": "头像 照片 图片 avatar picture",
    "press": "按键 按钮 按 button",
    "question": "问题 提问 问 问一问 ask",
    "quote": "原话 引用 原文",
    "recovers": "追回 找回",
    "response": "回应 反应 做法 类型 reply",
    "role": "角色 扮演 扮演谁",
    "route": "路 路线 途径 核实方式 怎么核实",
    "safe_line": "安全话 安全语",
    "say": "念 念法 读音 读法",
    "scenes": "场景 scene",
    "screen_share": "共享屏幕 屏幕共享",
    "set_password": "密码 设密码 password",
    "sets": "记下 记号 set",
    "sms": "短信 信息 message msg text_message",
    "sources": "出处 来源 source",
    "speakers": "人物 角色 人 people characters speaker persons",
    "start": "开始 起点 开场",
    "steps": "步骤 过程 step",
    "text": "内容 文字 正文 话 content",
    "title": "标题 题目 名字 名称 抬头",
    "to": "付给 给谁",
    "twin": "对照 对照故事",
    "voice": "声音 嗓音",
    "when": "条件 什么时候 情形 if",
    "whose": "谁的 谁的手机",
    "why": "为什么 原因 理由 reason",
}

HOLDER_CALLED = {
    **dict.fromkeys(("自己", "我", "您", "你", "老人", "自己手里", "本人", "me"), SELF),
    **dict.fromkeys(("桌上", "桌子", "桌子上", "桌面", "desk"), TABLE),
}

PORTRAIT_NAMES = {
    "clerk": "年轻男办事员",
    "clerk-b": "中年男办事员",
    "committee-head": "村主任，中年男",
    "daughter": "女儿，年轻女",
    "neighbour-woman": "邻居大婶",
    "old-man": "大爷",
    "old-woman": "大娘",
    "platform-worker": "公司来的年轻女",
    "police": "民警，男",
    "village-doctor": "村医，女",
    "window-clerk": "窗口女办事员",
}
PORTRAIT_CALLED = {
    **{name: portrait for portrait, name in PORTRAIT_NAMES.items()},
    **dict.fromkeys(("大妈", "奶奶", "老太太", "老奶奶"), "old-woman"),
    **dict.fromkeys(("爷爷", "老头", "老汉", "老大爷"), "old-man"),
    **dict.fromkeys(("姑娘", "小姑娘", "推销员", "客服"), "platform-worker"),
    **dict.fromkeys(("大姐", "阿姨", "婶子", "邻居"), "neighbour-woman"),
    **dict.fromkeys(("警察", "派出所", "officer"), "police"),
    **dict.fromkeys(("医生", "大夫", "doctor"), "village-doctor"),
    **dict.fromkeys(("小伙子", "儿子"), "clerk"),
    **dict.fromkeys(("村干部", "村支书", "支书"), "committee-head"),
}

PLACE_CALLED = {
    **{name: place for place, name in PLACE_NAMES.items()},
    **dict.fromkeys(("家", "屋里", "屋子", "客厅", "home"), "farmhouse-room"),
    **dict.fromkeys(("门口", "院子", "院子里"), "farmhouse-door"),
    **dict.fromkeys(("村口", "路上", "路", "集市", "集上", "村里", "road"), "village-road"),
    **dict.fromkeys(("村委会", "会议室", "会场"), "committee-room"),
    **dict.fromkeys(("窗口", "办事大厅", "医保局"), "insurance-window"),
}

WORD_CALLED = {
    **dict.fromkeys(("诈骗", "假的", "fraud"), "scam"),
    **dict.fromkeys(("正常", "真的", "正当", "好事"), "benign"),
    **dict.fromkeys(("现场", "面对面", "上门"), "face-to-face"),
    **dict.fromkeys(("二维码", "扫码"), "qr-code"),
    **dict.fromkeys(("同意", "答应", "yes"), "comply"),
    **dict.fromkeys(("不同意", "不答应", "no"), "refuse"),
    **dict.fromkeys(("问邻居", "问旁边的人", "问熟人", "neighbor"), "neighbour"),
    **dict.fromkeys(("失败", "被骗", "输"), "harmed"),
    **dict.fromkeys(("成功", "赢"), "kept"),
    "female": "woman",
    "male": "man",
    "改编": "adapted",
    "真实": "real",
    "虚构": "invented",
}


def key_called(known: Iterable[str]) -> dict[str, str]:
    """The keys among `known`, by the names people have for them."""
    keys = [key for key in known if key in _KEYS]
    return {name: key for key in reversed(keys) for name in _KEYS[key].split()}
