// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/failuretexts.h"

#include "core/retold.h"

#include <QtGlobal>

namespace vigie::networks
{

namespace
{

/// The reasons of HttpClient, of the readers and of the senders, word for word; tst_httpclient holds them against the client.
constexpr const char *kReasons[] = {
    QT_TRANSLATE_NOOP("FetchFailure", "redirected to a place that is not read: not a web address"),
    QT_TRANSLATE_NOOP("FetchFailure", "redirected to a place that is not read: only http and https are read"),
    QT_TRANSLATE_NOOP("FetchFailure", "redirected to a place that is not read: unencrypted http is not allowed here"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a web address"),
    QT_TRANSLATE_NOOP("FetchFailure", "only http and https are read"),
    QT_TRANSLATE_NOOP("FetchFailure", "unencrypted http is not allowed here"),
    QT_TRANSLATE_NOOP("FetchFailure", "no complete answer in time"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is larger than %1 bytes"),
    QT_TRANSLATE_NOOP("FetchFailure", "more than %1 redirects"),
    QT_TRANSLATE_NOOP("FetchFailure", "redirected from https to something unencrypted"),
    QT_TRANSLATE_NOOP("FetchFailure", "no answer (Qt network error %1)"),
    QT_TRANSLATE_NOOP("FetchFailure", "HTTP status %1: %2"),
    QT_TRANSLATE_NOOP("FetchFailure", "HTTP status %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer broke off (Qt network error %1)"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: JSON without a feed's version and items"),
    QT_TRANSLATE_NOOP("FetchFailure", "the feed is larger than 10 MB"),
    QT_TRANSLATE_NOOP("FetchFailure", "neither XML nor JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "elements are nested too deeply"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: the root element is <%1>"),
    QT_TRANSLATE_NOOP("FetchFailure", "this kind of source is not collected"),
    // Of the readers and senders of JSON services, of folders and webhooks.
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is not valid JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is no JSON object"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer holds no list of posts"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is an error"),
    QT_TRANSLATE_NOOP("FetchFailure", "the account is gone"),
    QT_TRANSLATE_NOOP("FetchFailure", "the account is signed out"),
    QT_TRANSLATE_NOOP("FetchFailure", "the budget of this day is spent: %1 of %2 US dollars"),
    QT_TRANSLATE_NOOP("FetchFailure", "more posts than are read at once"),
    QT_TRANSLATE_NOOP("FetchFailure", "the search reaches back seven days"),
    QT_TRANSLATE_NOOP("FetchFailure", "the folder cannot be read"),
    QT_TRANSLATE_NOOP("FetchFailure", "more than %1 files in the folder"),
    QT_TRANSLATE_NOOP("FetchFailure", "larger than %1 bytes: import it by hand"),
    QT_TRANSLATE_NOOP("FetchFailure", "cannot listen on port %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "a webhook needs a secret"),
    QT_TRANSLATE_NOOP("FetchFailure", "only who has mentioned or quoted the account may be answered by an app"),
    QT_TRANSLATE_NOOP("FetchFailure", "private messages are not sent there"),
    QT_TRANSLATE_NOOP("FetchFailure", "only replies are sent there"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer names no post"),
    QT_TRANSLATE_NOOP("FetchFailure", "not among the newest, and there are more"),
    QT_TRANSLATE_NOOP("FetchFailure", "error %1 of the network: %2"),
    QT_TRANSLATE_NOOP("FetchFailure", "error %1 of the network"),
};

} // namespace

QString failureText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "FetchFailure", kReasons, reason);
}

} // namespace vigie::networks
