// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/languageswitch.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

void LanguageSwitch::setLanguage(core::Language language)
{
    const QString tag = core::languageTag(language);
    QLocale::setDefault(language == core::Language::French ? QLocale(QLocale::French, QLocale::France)
                                                           : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_vigie);
    QCoreApplication::removeTranslator(&m_qt);
    // A missing file leaves the English of the source, which is better than no window.
    if (m_qt.load(u"qtbase_%1"_s.arg(tag), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_vigie.load(u":/i18n/vigie_%1.qm"_s.arg(tag)))
        QCoreApplication::installTranslator(&m_vigie);
    else
        qWarning("no translation for the interface language");
}

} // namespace vigie::gui
