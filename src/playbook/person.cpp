// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/person.h"

namespace vigie::playbook
{

bool isStale(const Person &person, core::Instant now)
{
    return !person.verifiedAt || now - *person.verifiedAt > kContactIsStaleAfter;
}

} // namespace vigie::playbook
