"""Which page shows which screen."""

from __future__ import annotations

from typing import Any

from elderguard.scenario import model
from elderguard.ui.phone.account_opened import AccountOpenedPage
from elderguard.ui.phone.balance import BalancePage
from elderguard.ui.phone.call import CallPage
from elderguard.ui.phone.chat import ChatPage
from elderguard.ui.phone.credit_notice import CreditNoticePage
from elderguard.ui.phone.face_scan import FaceScanPage
from elderguard.ui.phone.home import HomePage
from elderguard.ui.phone.install import InstallPage
from elderguard.ui.phone.insurance import InsurancePage
from elderguard.ui.phone.login import LoginPage
from elderguard.ui.phone.notice import NoticePage
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.payment import PaymentPage
from elderguard.ui.phone.permission import PermissionPage
from elderguard.ui.phone.screen_share import ScreenSharePage
from elderguard.ui.phone.set_password import SetPasswordPage
from elderguard.ui.phone.sms import SmsPage

PAGES: dict[type, type[PhonePage[Any]]] = {
    model.Home: HomePage,
    model.Sms: SmsPage,
    model.Call: CallPage,
    model.Chat: ChatPage,
    model.Permission: PermissionPage,
    model.Install: InstallPage,
    model.Login: LoginPage,
    model.SetPassword: SetPasswordPage,
    model.FaceScan: FaceScanPage,
    model.AccountOpened: AccountOpenedPage,
    model.Payment: PaymentPage,
    model.Balance: BalancePage,
    model.CreditNotice: CreditNoticePage,
    model.ScreenShare: ScreenSharePage,
    model.Insurance: InsurancePage,
    model.Notice: NoticePage,
}
