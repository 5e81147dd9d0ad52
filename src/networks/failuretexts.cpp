// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/failuretexts.h"

#include "core/retold.h"

#include <QtGlobal>

namespace vigie::networks
{

namespace
{

/// The reasons of HttpClient and of the feed readers, word for word; tst_httpclient holds them against the client.
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
    QT_TRANSLATE_NOOP("FetchFailure", "HTTP status %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer broke off (Qt network error %1)"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server did not answer with JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server answered with an error of its own"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server's answer is not what was asked for"),
    QT_TRANSLATE_NOOP("FetchFailure", "the account is signed out"),
    QT_TRANSLATE_NOOP("FetchFailure", "this cannot be read without an account"),
    QT_TRANSLATE_NOOP("FetchFailure", "full-text search is not available on this server"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server does not give older posts"),
    QT_TRANSLATE_NOOP("FetchFailure", "more posts than could be read"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server offers no stream"),
    QT_TRANSLATE_NOOP("FetchFailure", "the account's server does not know the post that is answered"),
    QT_TRANSLATE_NOOP("FetchFailure", "a private message needs somebody who gets it"),
    QT_TRANSLATE_NOOP("FetchFailure", "there is no text to send"),
    QT_TRANSLATE_NOOP("FetchFailure", "with the name of whom it answers, the text has %1 characters of %2"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server refused it with status %1: %2"),
    QT_TRANSLATE_NOOP("FetchFailure", "the post is on another server than the account"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server does not delete posts for us"),
    QT_TRANSLATE_NOOP("FetchFailure", "the account has more new posts than could be looked through"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server made it \"%1\" instead of \"%2\""),
    QT_TRANSLATE_NOOP("FetchFailure", "the server did not put it below the post that it answers"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server published it without its text"),
    QT_TRANSLATE_NOOP("FetchFailure", "nobody has agreed in the browser in time"),
    QT_TRANSLATE_NOOP("FetchFailure", "the sign-in was refused in the browser"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: JSON without a feed's version and items"),
    QT_TRANSLATE_NOOP("FetchFailure", "the feed is larger than 10 MB"),
    QT_TRANSLATE_NOOP("FetchFailure", "neither XML nor JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "elements are nested too deeply"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: the root element is <%1>"),
    QT_TRANSLATE_NOOP("FetchFailure", "this kind of source is not collected"),
};

} // namespace

QString failureText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "FetchFailure", kReasons, reason);
}

} // namespace vigie::networks
