// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/failuretexts.h"

#include "core/retold.h"

#include <QtGlobal>

namespace vigie::networks
{

namespace
{

/// The reasons of HttpClient, of what reads and sends, and of what keeps the keys, word for word; tst_httpclient holds the
/// first against the client.
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
    QT_TRANSLATE_NOOP("FetchFailure", "the server refuses the connection"),
    QT_TRANSLATE_NOOP("FetchFailure", "the server closed the connection without an answer"),
    QT_TRANSLATE_NOOP("FetchFailure", "no server of this name is found: the network is down, or the address is wrong"),
    QT_TRANSLATE_NOOP("FetchFailure", "no secure connection can be made with the server (certificate or TLS version)"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network cannot be reached"),
    QT_TRANSLATE_NOOP("FetchFailure", "HTTP status %1: %2"),
    QT_TRANSLATE_NOOP("FetchFailure", "HTTP status %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer broke off (Qt network error %1)"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: JSON without a feed's version and items"),
    QT_TRANSLATE_NOOP("FetchFailure", "the feed is larger than 10 MB"),
    QT_TRANSLATE_NOOP("FetchFailure", "neither XML nor JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "the XML is not well formed: %1"), // what Qt's parser says of it is English
    QT_TRANSLATE_NOOP("FetchFailure", "the JSON is not well formed: %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "elements are nested too deeply"),
    QT_TRANSLATE_NOOP("FetchFailure", "not a feed: the root element is <%1>"),
    QT_TRANSLATE_NOOP("FetchFailure", "this kind of source is not collected"),
    QT_TRANSLATE_NOOP("FetchFailure", "the stream has ended"),
    QT_TRANSLATE_NOOP("FetchFailure", "its account is not signed in"),
    QT_TRANSLATE_NOOP("FetchFailure", "the keychain holds no key of this name"),
    QT_TRANSLATE_NOOP("FetchFailure", "this machine has no keychain that answers"),
    QT_TRANSLATE_NOOP("FetchFailure", "the keychain refused"),
    QT_TRANSLATE_NOOP("FetchFailure", "the keychain failed (%1)"),
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
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is not valid JSON"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is no JSON object"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer holds no list of posts"),
    QT_TRANSLATE_NOOP("FetchFailure", "the answer is an error"),
    QT_TRANSLATE_NOOP("FetchFailure", "the account is gone"),
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
    QT_TRANSLATE_NOOP("FetchFailure", "somebody else renews this sign-in"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network refused the sign-in (%1): sign in again"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network does not know this client ID, or wants its secret"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network gave no right to stay signed in"),
    QT_TRANSLATE_NOOP("FetchFailure", "the sign-in lacks these rights: %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network does not take this token: it is wrong, or has run out"),
    QT_TRANSLATE_NOOP("FetchFailure", "this token lacks a right; it needs: %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "this is the token of an app, not of an account: tell the account's handle, too"),
    QT_TRANSLATE_NOOP("FetchFailure", "the token of an app may read, but not publish: sign in as the account"),
    QT_TRANSLATE_NOOP("FetchFailure", "this Google account has no YouTube channel"),
    QT_TRANSLATE_NOOP("FetchFailure", "this token is not that of a page"),
    QT_TRANSLATE_NOOP("FetchFailure", "this token gives no page: it needs pages_show_list and a page that it looks after"),
    QT_TRANSLATE_NOOP("FetchFailure", "no Instagram professional account is linked to the page %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "say which page is meant: %1"),
    QT_TRANSLATE_NOOP("FetchFailure", "the network gives no token of this page to this token"),
    QT_TRANSLATE_NOOP("FetchFailure", "this is no token and no client ID: there are blanks or letters in it that none has"),
    QT_TRANSLATE_NOOP("FetchFailure", "a refresh token needs the client ID of its app, too"),
    QT_TRANSLATE_NOOP("FetchFailure", "a token is needed, made on the network's own page"),
    QT_TRANSLATE_NOOP("FetchFailure", "the client ID of your app is needed, or a token made on the network's own page"),
    QT_TRANSLATE_NOOP("FetchFailure", "error %1 of the network: %2"),
    QT_TRANSLATE_NOOP("FetchFailure", "error %1 of the network"),
};

/// The reasons of the readers of files, word for word, the exact ones before those that begin with any field's name;
/// tst_ndjsonreader and tst_csvreader hold them against the readers.
constexpr const char *kRejects[] = {
    QT_TRANSLATE_NOOP("ImportReject", "the line is longer than 1 MB"),
    QT_TRANSLATE_NOOP("ImportReject", "not valid JSON"),
    QT_TRANSLATE_NOOP("ImportReject", "not valid UTF-8"),
    QT_TRANSLATE_NOOP("ImportReject", "expected a JSON object"),
    QT_TRANSLATE_NOOP("ImportReject", "something follows the JSON object"),
    QT_TRANSLATE_NOOP("ImportReject", "the file holds no row"),
    QT_TRANSLATE_NOOP("ImportReject", "more than 2000 fields"),
    QT_TRANSLATE_NOOP("ImportReject", "the record is longer than 2 million characters"),
    QT_TRANSLATE_NOOP("ImportReject", "a quoted field is never closed"),
    QT_TRANSLATE_NOOP("ImportReject", "%1 fields where the headers are %2; a quote may be missing"),
    QT_TRANSLATE_NOOP("ImportReject", "posted_at: \"%1\" can be day/month or month/day; say which with \"date_order\": \"dmy\" or \"mdy\""),
    QT_TRANSLATE_NOOP("ImportReject", "posted_at: \"%1\" is no date that Vigie knows"),
    QT_TRANSLATE_NOOP("ImportReject", "id: a spreadsheet has rounded it (%1); export the file again, ids as text"),
    QT_TRANSLATE_NOOP("ImportReject", "the file has no column \"%1\" for \"%2\""),
    QT_TRANSLATE_NOOP("ImportReject", "no column found for: %1; name it in a map file"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: missing"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: empty"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: too long"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: a member is too long"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: expected a string"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: expected an object"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: expected true or false"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: expected a whole number, not negative"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: expected a short name of letters, digits, '.', '-' or '_'"),
    QT_TRANSLATE_NOOP("ImportReject", "%1: expected a time like 2026-01-31T08:12:05Z"),
};

} // namespace

QString rejectText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "ImportReject", kRejects, reason);
}

QString failureText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "FetchFailure", kReasons, reason);
}

} // namespace vigie::networks
