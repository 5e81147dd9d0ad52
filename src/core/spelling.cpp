// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling.h"

namespace vigie::core
{
namespace
{

bool isInWord(const QString &folded, qsizetype left, qsizetype right)
{
    return isWordCharacter(folded[left].unicode()) && isWordCharacter(folded[right].unicode());
}

} // namespace

Spelling::Spelling(const QString &text) : m_text(text), m_folded(foldedWithOrigin(text)) {}

QString Spelling::of(const QString &foldedTerm) const
{
    const QString &folded = m_folded.text;
    for (qsizetype at = folded.indexOf(foldedTerm); at >= 0 && !foldedTerm.isEmpty(); at = folded.indexOf(foldedTerm, at + 1)) {
        const qsizetype end = at + foldedTerm.size();
        if ((at > 0 && isInWord(folded, at - 1, at)) || (end < folded.size() && isInWord(folded, end - 1, end)))
            continue;
        const qsizetype first = m_folded.origin[std::size_t(at)];
        const qsizetype last = end < folded.size() ? m_folded.origin[std::size_t(end)] : m_text.size();
        return m_text.sliced(first, last - first);
    }
    return foldedTerm;
}

} // namespace vigie::core
