#pragma once
#include <string>
#include <string_view>

/// What a number demands of the words beside it. `printed` is a plain decimal number as in facts.csv ("8730", "1.5").
namespace scene {

/// "one", "few", "many" or "fraction": which form of a counted word stands behind the number. Languages whose words do
/// not change after a number have only "many". Source: Unicode CLDR, cardinal plural rules. `governed`: the number
/// stands behind a word that asks for the genitive (Russian "около 21 поезда", "более 22 поездов").
[[nodiscard]] std::string_view plural_form(std::string_view language, std::string_view printed, bool governed = false);

/// The ablative ending ("from, than") of the number as it is read aloud: Kazakh "-нан" for 7000 (мың), Uyghur "دىن";
/// "" in languages that need none. A fraction is read by its last digits.
[[nodiscard]] std::string_view ablative_ending(std::string_view language, std::string_view printed);

} // namespace scene
