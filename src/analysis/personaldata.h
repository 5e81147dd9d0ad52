// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace vigie::analysis
{

enum class PersonalDataKind { Email, Phone, Iban, PaymentCard, OrderNumber };

struct PersonalDataHit {
    PersonalDataKind kind = PersonalDataKind::Email;
    qsizetype start = 0; ///< UTF-16 units of the text given
    qsizetype end = 0;

    bool operator==(const PersonalDataHit &) const = default;
};

/**
 * E-mail addresses, telephone numbers (French, or international with '+'), IBANs with a right checksum, payment cards
 * that pass Luhn, and numbers that a word like "order" or "commande" introduces. What `allowed` lists (the brand's own)
 * is left out.
 */
[[nodiscard]] std::vector<PersonalDataHit> findPersonalData(QStringView text, const QStringList &allowed = {});

} // namespace vigie::analysis
