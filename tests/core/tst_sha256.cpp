// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace vigie;

class Sha256Test : public QObject
{
    Q_OBJECT

private slots:
    void theStandardsExamplesComeOut();
    void everyLengthGivesWhatQtGives();
};

void Sha256Test::theStandardsExamplesComeOut()
{
    QCOMPARE(core::sha256({}).toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(core::sha256("abc").toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void Sha256Test::everyLengthGivesWhatQtGives()
{
    QRandomGenerator random(1);
    QByteArray bytes(5000, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.generate());
    for (qsizetype size = 0; size <= 300; ++size) {
        const QByteArrayView part = QByteArrayView(bytes).sliced(size % 7, size);
        QCOMPARE(core::sha256(part), QCryptographicHash::hash(part, QCryptographicHash::Sha256));
    }
    QCOMPARE(core::sha256(bytes), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

QTEST_APPLESS_MAIN(Sha256Test)
#include "tst_sha256.moc"
