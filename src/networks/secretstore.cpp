// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/secretstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QPromise>
#include <QSaveFile>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.kind = ErrorKind::NotFound, .detail = u"the keychain holds no key of this name"_s};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // what a machine without a session bus says
        return {.kind = ErrorKind::File, .detail = u"this machine has no keychain that answers"_s};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.kind = ErrorKind::Unauthorized, .detail = u"the keychain refused"_s};
    default:
        return {.kind = ErrorKind::File, .detail = u"the keychain failed (%1)"_s.arg(int(job.error()))};
    }
}

class KeychainStore final : public SecretStore
{
public:
    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        return run<QKeychain::ReadPasswordJob, QByteArray>(name, [](QKeychain::ReadPasswordJob &) {},
                                                           [](const QKeychain::ReadPasswordJob &job) {
                                                               return Result<QByteArray>(job.binaryData());
                                                           });
    }
    QFuture<Result<>> write(const QString &name, const QByteArray &secret) override
    {
        return run<QKeychain::WritePasswordJob, void>(
            name, [secret](QKeychain::WritePasswordJob &job) { job.setBinaryData(secret); },
            [](const QKeychain::WritePasswordJob &) { return Result<>(); });
    }
    QFuture<Result<>> remove(const QString &name) override
    {
        return run<QKeychain::DeletePasswordJob, void>(name, [](QKeychain::DeletePasswordJob &) {},
                                                       [](const QKeychain::DeletePasswordJob &) { return Result<>(); })
            .then([](const Result<> &removed) {
                return !removed && removed.error().kind == ErrorKind::NotFound ? Result<>() : removed;
            });
    }

private:
    template <typename Job, typename T, typename Prepare, typename Answer>
    QFuture<Result<T>> run(const QString &name, Prepare prepare, Answer answer)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            qApp,
            [name, promise, prepare, answer] {
                auto *const job = new Job(u"Vigie"_s, qApp);
                job->setAutoDelete(true);
                job->setInsecureFallback(false);
                job->setKey(name);
                prepare(*job);
                QObject::connect(job, &QKeychain::Job::finished, job, [promise, answer, job] {
                    if (job->error() != QKeychain::NoError)
                        promise->addResult(Result<T>(fail(errorOf(*job))));
                    else
                        promise->addResult(answer(*job));
                    promise->finish();
                });
                job->start();
            },
            Qt::QueuedConnection);
        return promise->future();
    }
};

class FileStore final : public SecretStore
{
public:
    explicit FileStore(QString path) : m_path(std::move(path)) {}

    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        const QMutexLocker lock(&m_mutex);
        const auto secrets = load();
        if (!secrets)
            return QtFuture::makeReadyFuture(Result<QByteArray>(fail(secrets.error())));
        if (!secrets->contains(name))
            return QtFuture::makeReadyFuture(
                Result<QByteArray>(fail(ErrorKind::NotFound, u"the file of secrets holds no key of this name"_s)));
        return QtFuture::makeReadyFuture(
            Result<QByteArray>(QByteArray::fromBase64(secrets->value(name).toString().toLatin1())));
    }
    QFuture<Result<>> write(const QString &name, const QByteArray &secret) override
    {
        return change([&](QJsonObject &secrets) { secrets[name] = QString::fromLatin1(secret.toBase64()); });
    }
    QFuture<Result<>> remove(const QString &name) override
    {
        return change([&](QJsonObject &secrets) { secrets.remove(name); });
    }

private:
    template <typename Change>
    QFuture<Result<>> change(Change apply)
    {
        const QMutexLocker lock(&m_mutex);
        auto secrets = load();
        if (!secrets)
            return QtFuture::makeReadyFuture(Result<>(fail(secrets.error())));
        apply(*secrets);
        return QtFuture::makeReadyFuture(save(*secrets));
    }

    [[nodiscard]] Result<QJsonObject> load() const
    {
        QFile file(m_path);
        if (!file.exists())
            return QJsonObject();
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                                 | QFile::WriteOther | QFile::ExeOther;
#ifndef Q_OS_WIN
        if (file.permissions() & kOthers)
            return fail(ErrorKind::File, u"%1 can be read by others: make its mode 0600"_s.arg(m_path));
#endif
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::File, u"%1 cannot be read: %2"_s.arg(m_path, file.errorString()));
        const QByteArray bytes = file.readAll();
        if (bytes.trimmed().isEmpty())
            return QJsonObject();
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
        if (!document.isObject())
            return fail(ErrorKind::Parse, u"%1 is no file of secrets"_s.arg(m_path));
        return document.object();
    }

    [[nodiscard]] Result<> save(const QJsonObject &secrets) const
    {
        QSaveFile file(m_path);
        // The mode before the first secret is in it.
        const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (!isOpen || file.write(QJsonDocument(secrets).toJson()) < 0 || !file.commit())
            return fail(ErrorKind::File, u"%1 cannot be written: %2"_s.arg(m_path, file.errorString()));
        return {};
    }

    const QString m_path;
    QMutex m_mutex;
};

} // namespace

std::unique_ptr<SecretStore> SecretStore::keychain()
{
    return std::make_unique<KeychainStore>();
}

std::unique_ptr<SecretStore> SecretStore::file(const QString &path)
{
    return std::make_unique<FileStore>(path);
}

} // namespace vigie::networks
