// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/deskstyle.h"

#include "gui/common/icons.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

DeskStyle::DeskStyle() : QProxyStyle(u"Fusion"_s) {}

QIcon DeskStyle::standardIcon(StandardPixmap what, const QStyleOption *option, const QWidget *widget) const
{
    switch (what) {
    case SP_LineEditClearButton:
        return icon(u"x-circle-fill"_s, Token::Muted);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(u"chevron-down"_s);
    default:
        return QProxyStyle::standardIcon(what, option, widget);
    }
}

} // namespace vigie::gui
