// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/promiseservice.h"

#include "reply/promiserepository.h"

using namespace Qt::StringLiterals;

namespace vigie::reply
{

QFuture<Result<core::PromiseId>> PromiseService::add(const QString &actor, const Promise &promise)
{
    return m_database.submit(actor, [promise](store::Transaction &transaction) -> Result<core::PromiseId> {
        if (promise.text.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"a promise needs a text"_s);
        Promise made = promise;
        if (made.promisedBy.isEmpty())
            made.promisedBy = transaction.actor();
        const auto id = PromiseRepository::insert(transaction, made);
        if (!id)
            return id;
        transaction.announce({.entity = store::Entity::Promise,
                              .kind = store::ChangeKind::Inserted,
                              .id = id->value,
                              .parentId = made.incidentId.value});
        const auto audited =
            transaction.audit(u"promise.add"_s, u"promise"_s, id->value, {{u"incident"_s, made.incidentId.value}});
        if (!audited)
            return fail(audited.error());
        return id;
    });
}

QFuture<Result<>> PromiseService::settle(const QString &actor, core::PromiseId id, PromiseState state)
{
    return m_database.submit(actor, [id, state](store::Transaction &transaction) -> Result<> {
        const auto promise = PromiseRepository::find(transaction, id);
        if (!promise)
            return fail(promise.error());
        if (!*promise)
            return fail(ErrorKind::NotFound, u"no promise %1"_s.arg(id.value));
        if ((*promise)->state == state)
            return {};
        if (const auto settled = PromiseRepository::settle(transaction, id, state); !settled)
            return settled;
        transaction.announce(
            {.entity = store::Entity::Promise, .id = id.value, .parentId = (*promise)->incidentId.value});
        return transaction.audit(u"promise.settle"_s, u"promise"_s, id.value, {{u"state"_s, promiseStateKey(state)}});
    });
}

QFuture<Result<core::RemedyId>> PromiseService::offer(const QString &actor, const Remedy &remedy)
{
    return m_database.submit(actor, [remedy](store::Transaction &transaction) -> Result<core::RemedyId> {
        if (remedy.kind.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"a remedy needs a kind"_s);
        const auto id = PromiseRepository::insertRemedy(transaction, remedy);
        if (!id)
            return id;
        transaction.announce({.entity = store::Entity::Promise, .parentId = remedy.incidentId.value});
        const auto audited =
            transaction.audit(u"remedy.offer"_s, u"remedy"_s, id->value, {{u"kind"_s, remedy.kind}});
        if (!audited)
            return fail(audited.error());
        return id;
    });
}

QFuture<Result<>> PromiseService::setRemedyState(const QString &actor, core::RemedyId id, RemedyState state)
{
    return m_database.submit(actor, [id, state](store::Transaction &transaction) -> Result<> {
        const auto remedy = PromiseRepository::findRemedy(transaction, id);
        if (!remedy)
            return fail(remedy.error());
        if (!*remedy)
            return fail(ErrorKind::NotFound, u"no remedy %1"_s.arg(id.value));
        if (const auto set = PromiseRepository::setRemedyState(transaction, id, state, (*remedy)->approvedBy); !set)
            return set;
        transaction.announce({.entity = store::Entity::Promise, .parentId = (*remedy)->incidentId.value});
        return transaction.audit(u"remedy.settle"_s, u"remedy"_s, id.value, {{u"state"_s, remedyStateKey(state)}});
    });
}

} // namespace vigie::reply
