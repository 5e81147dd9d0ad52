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

QString NetworkTexts::whereToGet(Key key, const QString &networkKey, const QString &redirect)
{
    const bool isApp = key == Key::ClientId;
    if (networkKey == u"x" && isApp)
        return tr("On developer.x.com, make an app of the type “Native App” with the callback address %1; its client ID is asked for here.")
            .arg(redirect);
    if (networkKey == u"x")
        return tr("On developer.x.com, make a user access token of your app; the app's own bearer token only reads, and needs the handle.");
    if (networkKey == u"reddit" && isApp)
        return tr("On reddit.com/prefs/apps, make an app of the type “installed app” with the redirect address %1; Reddit gives keys only to "
                  "those whom it has approved.")
            .arg(redirect);
    if (networkKey == u"reddit")
        return tr("The tokens are those of your app on reddit.com/prefs/apps; an access token alone lasts an hour.");
    if (networkKey == u"youtube" && isApp)
        return tr("On console.cloud.google.com, switch on the YouTube Data API v3 and make an OAuth client of the type “Desktop app”; its ID and "
                  "its secret are asked for here.");
    if (networkKey == u"youtube")
        return tr("The tokens are those of your OAuth client on console.cloud.google.com; an access token alone lasts an hour.");
    if (networkKey == u"facebook" || networkKey == u"instagram")
        return tr("In your company's settings on business.facebook.com, under system users, make a token of your own app that does not run out; "
                  "where it is for several pages, tell which one.");
    return {};
}

} // namespace vigie::gui
