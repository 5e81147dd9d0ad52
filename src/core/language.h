// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <optional>

class QTranslator;

namespace vigie::core
{

/// A language in which Vigie speaks: its interface, a message, a report. The language of a *post* is any BCP 47 tag.
enum class Language { English, French };

[[nodiscard]] QString languageTag(Language language); ///< "en", "fr"
[[nodiscard]] std::optional<Language> languageFromTag(QStringView tag); ///< "fr", "fr-CA", "FR_be"; nothing for others

/**
 * Sentences in a chosen language, whatever the language of the interface: for reports, alerts and checks, which speak the
 * crisis's language. Sources are marked with QT_TRANSLATE_NOOP(context, text) and live in the same .ts files.
 *
 * Immutable after construction; may be used from any thread.
 */
class Phrasebook
{
public:
    explicit Phrasebook(Language language);
    ~Phrasebook();
    Phrasebook(Phrasebook &&) noexcept;

    [[nodiscard]] Language language() const { return m_language; }
    /// The English source itself where no translation exists. `count` fills %n and chooses the plural.
    [[nodiscard]] QString text(const char *context, const char *source, int count = -1) const;

private:
    Language m_language;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace vigie::core
