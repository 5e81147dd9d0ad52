// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/failuretexts.h"

#include "core/retold.h"

#include <QtGlobal>

namespace vigie::networks
{

namespace
{

/// The reasons of HttpClient, of the feed readers and of what keeps the keys, word for word; tst_httpclient holds the first
/// against the client.
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
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: JSON without a feed's version and items"),
    QT_TRANSLATE_NOOP("FetchFailure", "the feed is larger than 10 MB"),
    QT_TRANSLATE_NOOP("FetchFailure", "neither XML nor JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "elements are nested too deeply"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: the root element is <%1>"),
    QT_TRANSLATE_NOOP("FetchFailure", "this kind of source is not collected"),
    QT_TRANSLATE_NOOP("FetchFailure", "the stream has ended"),
    QT_TRANSLATE_NOOP("FetchFailure", "its account is not signed in"),
    QT_TRANSLATE_NOOP("FetchFailure", "the keychain holds no key of this name"),
    QT_TRANSLATE_NOOP("FetchFailure", "this machine has no keychain that answers"),
    QT_TRANSLATE_NOOP("FetchFailure", "the keychain refused"),
    QT_TRANSLATE_NOOP("FetchFailure", "the keychain failed (%1)"),
};

} // namespace

QString failureText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "FetchFailure", kReasons, reason);
}

} // namespace vigie::networks
