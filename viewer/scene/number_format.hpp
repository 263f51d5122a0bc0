#pragma once
#include "scene/strings.hpp"
#include <string>
#include <string_view>
#include <vector>

/// How a published number is written in a language: grouping, decimal mark, and the unit people count in. Digits are
/// moved past the decimal point, never rounded. Marks: en, zh, ug 1,234.5; ru, kk 1 234,5 with a no-break space.
namespace scene {

/// By how many places the point moves from the unit of the facts to the unit of the language: 1 where 1 bn CNY is said
/// as 10 亿元. From the language file's [unit_shift]; 0 when it says nothing.
[[nodiscard]] int unit_shift(const Strings& strings, std::string_view unit);

/// "435.11" in cny_bn: en "435.11", ru "435,11", zh "4,351.1" (亿元).
[[nodiscard]] std::string number_words(const Strings& strings, const std::string& printed, std::string_view unit);

/// The other way: every number in `words` as facts.csv would print it, the point moved back. What is not a number is
/// passed over.
[[nodiscard]] std::vector<std::string> numbers_in(const Strings& strings, std::string_view words,
                                                  std::string_view unit);

} // namespace scene
