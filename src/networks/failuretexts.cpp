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
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: JSON without a feed's version and items"),
    QT_TRANSLATE_NOOP("FetchFailure", "the feed is larger than 10 MB"),
    QT_TRANSLATE_NOOP("FetchFailure", "neither XML nor JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "elements are nested too deeply"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: the root element is <%1>"),
    QT_TRANSLATE_NOOP("FetchFailure", "this kind of source is not collected"),
    QT_TRANSLATE_NOOP("FetchFailure", "signed out: sign in again"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server answers %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "not the JSON that the network's description promises"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network does not know this name"),
    QT_TRANSLATE_NOOP("FetchFailure", "the name and the account do not point at each other"),
    QT_TRANSLATE_NOOP("FetchFailure", "name or app password is wrong"),
    QT_TRANSLATE_NOOP("FetchFailure", "this is the account's main password: make an app password"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network has closed this account"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network does not tell what lies further back"),
    QT_TRANSLATE_NOOP("FetchFailure", "the stream does not reach back so far"),
    QT_TRANSLATE_NOOP("FetchFailure", "the stream has ended"),
    QT_TRANSLATE_NOOP("FetchFailure", "there is no text"),
    QT_TRANSLATE_NOOP("FetchFailure", "the text is too long for this network"),
    QT_TRANSLATE_NOOP("FetchFailure", "what it answers is no post of this network"),
    QT_TRANSLATE_NOOP("FetchFailure", "the post it answers is gone"),
    QT_TRANSLATE_NOOP("FetchFailure", "its author does not let this account answer"),
    QT_TRANSLATE_NOOP("FetchFailure", "this person takes no messages from this account"),
    QT_TRANSLATE_NOOP("FetchFailure", "there is nobody to write to"),
    QT_TRANSLATE_NOOP("FetchFailure", "this app password may not send messages: make one that may"),
    QT_TRANSLATE_NOOP("FetchFailure", "what was prepared cannot be read"),
    QT_TRANSLATE_NOOP("FetchFailure", "another post stands where this one should"),
    QT_TRANSLATE_NOOP("FetchFailure", "only posts of this account can be taken back"),
    QT_TRANSLATE_NOOP("FetchFailure", "the post is gone already"),
};

} // namespace

QString failureText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "FetchFailure", kReasons, reason);
}

} // namespace vigie::networks
