// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace vigie::gui
{

class PillLabel;

/// Words about networks that several pages say: what their capability record means to a person.
class NetworkTexts
{
    Q_DECLARE_TR_FUNCTIONS(NetworkTexts)

public:
    /// A network that Vigie has never spoken with outside of tests.
    [[nodiscard]] static QString untested();
    /// What that means, and what to do about it. `network` is its name.
    [[nodiscard]] static QString untestedExplanation(const QString &network);
    /// Both on a quiet mark: the explanation as its tool tip, and spoken.
    static void showUntested(PillLabel &label, const QString &network);

    enum class Key {
        ClientId, ///< of an app, for the browser
        Token,
    };
    /// Where a person gets what a network with an app of one's own asks for, in one sentence; empty for other networks.
    [[nodiscard]] static QString whereToGet(Key key, const QString &networkKey, const QString &redirect);
};

} // namespace vigie::gui
