// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QTranslator>

namespace vigie::gui
{

/// The language of the interface, changed while the program runs: every widget gets LanguageChange. One per program.
class LanguageSwitch
{
public:
    LanguageSwitch() = default;
    void setLanguage(core::Language language);

private:
    QTranslator m_vigie;
    QTranslator m_qt; ///< Qt's own words: buttons of dialogs, menus of text fields
};

} // namespace vigie::gui
