// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sourceprobe.h"

#include "monitoring/accountrepository.h"
#include "monitoring/collector.h"
#include "networks/accountbook.h"
#include "networks/connector.h"
#include "networks/httpclient.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Answer = Result<networks::Page>;

/// Lives until it has answered.
class Probe final : public QObject
{
public:
    explicit Probe(QObject *parent) : QObject(parent) { m_promise.start(); }
    [[nodiscard]] QFuture<Answer> future() const { return m_promise.future(); }

    void begin(const Source &source, networks::HttpClient &http, const core::Clock &clock,
               const Result<networks::Account *> &account)
    {
        if (!account)
            return answer(fail(account.error()));
        networks::Connector *const connector = Collector::networkConnector(source, *account, http, clock, this);
        if (!connector)
            return answer(fail(ErrorKind::InvalidArgument, u"this kind of source is not collected"_s));
        connect(connector, &networks::Connector::fetched, this, &Probe::answer);
        connector->fetch({});
    }

private:
    void answer(const Answer &page)
    {
        m_promise.addResult(page);
        m_promise.finish();
        deleteLater();
    }

    QPromise<Answer> m_promise;
};

} // namespace

QFuture<Answer> probeSource(const Source &source, store::Database &database, networks::HttpClient &http,
                            networks::AccountBook &accounts, const core::Clock &clock)
{
    auto *const probe = new Probe(&http);
    const auto future = probe->future();
    if (!source.accountId.isValid()) {
        probe->begin(source, http, clock, nullptr);
        return future;
    }
    const auto reader = database.reader();
    const auto account = reader ? AccountRepository::byId(**reader, source.accountId) : fail(reader.error());
    if (!account)
        probe->begin(source, http, clock, fail(account.error()));
    else if (!*account || (*account)->secretName.isEmpty())
        probe->begin(source, http, clock, fail(ErrorKind::Unauthorized, u"its account is not signed in"_s));
    else
        accounts.find((*account)->secretName, probe, [=, &http, &clock](const Result<networks::Account *> &found) {
            probe->begin(source, http, clock, found);
        });
    return future;
}

} // namespace vigie::monitoring
