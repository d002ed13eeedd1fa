"""The pretend phone and the papers that are held up."""

from elderguard.ui.phone.frame import PhoneFrame

__all__ = ["PhoneFrame"]
