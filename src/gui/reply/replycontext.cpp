// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replycontext.h"

#include "networks/capabilities.h"

#include <QDesktopServices>

namespace vigie::gui
{

UrlOpener systemUrlOpener()
{
    return [](const QUrl &url) {
        return networks::postUrlIsOpenable(url.toString(QUrl::FullyEncoded)) && QDesktopServices::openUrl(url);
    };
}

} // namespace vigie::gui
