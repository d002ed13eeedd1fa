"""What can be seen on the pretend phone, and papers held up beside it, as frozen values.

Texts are plain. Money is in whole yuan.
"""

from __future__ import annotations

from dataclasses import dataclass

from elderguard.scenario.vocabulary import CallState, DocumentForm


@dataclass(frozen=True)
class Home:
    """The phone's home screen."""


@dataclass(frozen=True)
class Sms:
    """A text message arrives."""

    sender: str
    text: str


@dataclass(frozen=True)
class Call:
    """A call. `known` tells whether the caller's name is saved in the phone."""

    caller: str
    known: bool
    state: CallState


@dataclass(frozen=True)
class Chat:
    """A chat message arrives; `group` is the name of the group, if it came in one."""

    sender: str
    text: str
    group: str | None = None


@dataclass(frozen=True)
class Permission:
    """An app asks to be allowed something."""

    app: str
    wants: str


@dataclass(frozen=True)
class Install:
    """The page that installs an app. `maker` is what it says about its maker."""

    app: str
    maker: str


@dataclass(frozen=True)
class Login:
    """A login page; `code` is what has been typed into its code box, if anything."""

    app: str
    code: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SetPassword:
    """A page that wants a new password; `typed` says whether one has been typed."""

    app: str
    typed: bool = False


@dataclass(frozen=True)
class FaceScan:
    """A face scan, drawn (no camera): the app, what it is for in small print, the move asked."""

    app: str
    purpose: str
    move: str


@dataclass(frozen=True)
class AccountOpened:
    """An account has been opened: in which app, in whose name."""

    app: str
    holder: str


@dataclass(frozen=True)
class Payment:
    """A payment: to whom, how many yuan, out of which purse; `done` once it has gone."""

    payee: str
    amount: int
    purse: str
    done: bool = False


@dataclass(frozen=True)
class Balance:
    """What an account holds, in yuan; `before` if it is to count down from there."""

    account: str
    amount: int
    before: int | None = None


@dataclass(frozen=True)
class CreditNotice:
    """A notice that borrowed money was spent, e.g. by 花呗."""

    lender: str
    amount: int
    text: str


@dataclass(frozen=True)
class ScreenShare:
    """The phone's screen is being shown to somebody else."""

    watcher: str


@dataclass(frozen=True)
class Insurance:
    """The medical-insurance code page: activated or not."""

    active: bool


@dataclass(frozen=True)
class Notice:
    """Any other short page: a title and a text (新设备登录成功, …)."""

    title: str
    text: str


@dataclass(frozen=True)
class Document:
    """A paper or card held up instead of a phone: form, title, text, who signed or stamped it."""

    form: DocumentForm
    title: str
    text: str
    signed: str | None = None


PhoneScreen = (
    Home
    | Sms
    | Call
    | Chat
    | Permission
    | Install
    | Login
    | SetPassword
    | FaceScan
    | AccountOpened
    | Payment
    | Balance
    | CreditNotice
    | ScreenShare
    | Insurance
    | Notice
)
Screen = PhoneScreen | Document
