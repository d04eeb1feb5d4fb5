"""Qt's own words (OK, Cancel, …) in the language that is shown."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from drafter.i18n import Language, set_language

_QT_NAMES: dict[Language, str] = {"zh": "qtbase_zh_CN", "en": "qtbase_en"}


class Translation:
    """Switches the program's words and Qt's together."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def switch(self, language: Language) -> None:
        """Show another language from now on; widgets that stand already are told by `QEvent.LanguageChange`."""
        set_language(language)
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        application = QCoreApplication.instance()
        if application is None:
            return
        if self._translator is not None:
            application.removeTranslator(self._translator)
        translator = QTranslator(application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(_QT_NAMES[language], folder):
            application.installTranslator(translator)
            self._translator = translator
        else:
            self._translator = None
