// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/networktexts.h"

#include "gui/common/widgets.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

QString NetworkTexts::untested()
{
    //: A mark on networks that Vigie was built for from recorded answers, and has never spoken with itself.
    return tr("Untested live");
}

QString NetworkTexts::untestedExplanation(const QString &network)
{
    return tr("Vigie speaks with %1 as its published description says, and was tried with recorded answers only. Look on %1 "
              "itself whether what is read and sent is right.").arg(network);
}

void NetworkTexts::showUntested(PillLabel &label, const QString &network)
{
    const QString explanation = untestedExplanation(network);
    label.setPill({untested(), u"info-circle"_s, Token::Neutral, Token::NeutralTint});
    label.setToolTip(explanation);
    //: Screen reader. A mark, and what it means.
    label.setAccessibleName(tr("%1: %2").arg(untested(), explanation));
}

} // namespace vigie::gui
