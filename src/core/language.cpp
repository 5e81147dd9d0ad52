// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language.h"

#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace vigie::core
{

QString languageTag(Language language)
{
    return language == Language::French ? u"fr"_s : u"en"_s;
}

std::optional<Language> languageFromTag(QStringView tag)
{
    const QStringView primary = tag.left(2);
    if (tag.size() > 2 && tag[2] != u'-' && tag[2] != u'_')
        return std::nullopt;
    if (primary.compare(u"fr", Qt::CaseInsensitive) == 0)
        return Language::French;
    if (primary.compare(u"en", Qt::CaseInsensitive) == 0)
        return Language::English;
    return std::nullopt;
}

Phrasebook::Phrasebook(Language language) : m_language(language), m_translator(std::make_unique<QTranslator>())
{
    // English needs its file too, for the plurals; without one the sources are read as they are.
    (void)m_translator->load(u":/i18n/vigie_"_s + languageTag(language) + u".qm"_s);
}

Phrasebook::~Phrasebook() = default;
Phrasebook::Phrasebook(Phrasebook &&) noexcept = default;

QString Phrasebook::text(const char *context, const char *source, int count) const
{
    QString result = m_translator->translate(context, source, nullptr, count);
    if (result.isEmpty())
        result = QString::fromUtf8(source);
    if (count >= 0) {
        const QLocale locale(m_language == Language::French ? QLocale::French : QLocale::English);
        result.replace(u"%Ln"_s, locale.toString(count)).replace(u"%n"_s, QString::number(count));
    }
    return result;
}

} // namespace vigie::core
