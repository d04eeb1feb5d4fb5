"""Qt's own words (OK, Cancel, …) in the language that is shown."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from drafter.i18n import Language, set_language

_QT_NAMES: Final[dict[Language, str]] = {"zh": "qtbase_zh_CN", "en": "qtbase_en"}
_OURS: Final = "words of Qt"


class Translation:
    """Switches the program's words and Qt's together."""

    def switch(self, language: Language) -> None:
        """Show another language from now on; widgets that stand already are told by `QEvent.LanguageChange`."""
        set_language(language)
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        application = QCoreApplication.instance()
        if application is None:
            return
        for standing in application.findChildren(QTranslator, _OURS):
            application.removeTranslator(standing)
            standing.setParent(None)
        translator = QTranslator(application)
        translator.setObjectName(_OURS)
        if translator.load(_QT_NAMES[language], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(translator)
