// A line of a record or session file. What is understood is written again in the same form.
#include "fuzz/fuzz_target.hpp"
#include "scene/action.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto action = scene::action_from_json(fuzz::as_text(data, size));
    if (!action) {
        fuzz::require(!action.error().what.empty(), "a refused line is explained");
        return 0;
    }
    const std::string line = scene::to_json_line(*action);
    fuzz::require(line.find('\n') == std::string::npos, "an action is one line");
    const auto again = scene::action_from_json(line);
    fuzz::require(again.has_value(), "a written action can be read");
    fuzz::require(scene::to_json_line(*again) == line, "an action read back is the same");
    return 0;
}
