#pragma once
#include "data/facts.hpp"
#include "data/vector_layer.hpp"
#include <string>
#include <string_view>

namespace scene {

/// Capitals of Latin, Cyrillic and Kazakh letters; other scripts unchanged.
[[nodiscard]] std::string upper_case(std::string_view utf8);

/// Name of a feature in a language: the attribute `en`, `zh`..., else name_<language>, else `name`, English, anything.
[[nodiscard]] std::string feature_name(const data::Feature& feature, const std::string& language);

/// The local name to show beside the chosen language, "" when there is none or it is the same.
[[nodiscard]] std::string local_name(const data::Feature& feature, const std::string& language);

/// Names of a subject of the facts (ports, zones): names.csv first, it holds the short ones; the feature's own else.
[[nodiscard]] std::string subject_label(const data::Feature& feature, const data::FactTable* facts,
                                        const std::string& language);

} // namespace scene
