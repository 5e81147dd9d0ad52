// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fulltext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{

bool holdsLetterOrDigit(QStringView text)
{
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            return true;
    }
    return false;
}

void addTerm(QStringList &terms, QStringView term)
{
    const bool isPrefix = term.endsWith(u'*');
    if (isPrefix)
        term.chop(1);
    if (!holdsLetterOrDigit(term))
        return;
    terms << u'"' + term.toString().remove(u'"') + u'"' + (isPrefix ? u"*"_s : QString());
}

} // namespace

QString fullTextExpression(QStringView typed)
{
    QStringList terms;
    qsizetype start = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i <= typed.size(); ++i) {
        const bool isEnd = i == typed.size();
        if (!isEnd && typed[i] == u'"') {
            addTerm(terms, typed.mid(start, i - start));
            isQuoted = !isQuoted;
            start = i + 1;
        } else if (isEnd || (typed[i].isSpace() && !isQuoted)) {
            addTerm(terms, typed.mid(start, i - start));
            start = i + 1;
        }
    }
    return terms.join(u' ');
}

} // namespace vigie::store
