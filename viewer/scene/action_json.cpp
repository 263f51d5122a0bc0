#include "scene/action.hpp"
#include "scene/action_fields.hpp"
#include <cmath>
#include <nlohmann/json.hpp>

namespace scene {

std::string to_json_line(const Action& action)
{
    nlohmann::ordered_json line;
    std::visit(
        [&](const auto& a) {
            using A = std::decay_t<decltype(a)>;
            line["action"] = ActionForm<A>::name;
            ActionForm<A>::fields(a, [&](const char* key, const auto& value) { line[key] = value; });
        },
        action);
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

namespace {

std::string read(const nlohmann::json& in, bool& out)
{
    return in.is_boolean() ? (out = in.get<bool>(), "") : "true or false";
}
std::string read(const nlohmann::json& in, std::string& out)
{
    return in.is_string() ? (out = in.get<std::string>(), "") : "a text";
}
std::string read(const nlohmann::json& in, int& out)
{
    if (!in.is_number_integer()) return "a whole number";
    // Above the range of long long the library would wrap it round to a small number.
    const bool huge = in.is_number_unsigned() && in.get<unsigned long long>() > 1'000'000;
    const auto wide = huge ? 0 : in.get<long long>();
    if (huge || wide < -1'000'000 || wide > 1'000'000) return "a whole number within a million";
    out = static_cast<int>(wide);
    return "";
}
template <class Real> std::string read_real(const nlohmann::json& in, Real& out)
{
    if (!in.is_number()) return "a number";
    const double value = in.get<double>();
    if (!std::isfinite(value) || std::abs(value) > 1e12) return "a finite number";
    out = static_cast<Real>(value);
    return "";
}
std::string read(const nlohmann::json& in, float& out) { return read_real(in, out); }
std::string read(const nlohmann::json& in, double& out) { return read_real(in, out); }

/// Reads one alternative if the name matches. A key that is left out keeps its default.
template <class A> bool try_read(const std::string& name, const nlohmann::json& in, base::Result<Action>& out)
{
    if (name != ActionForm<A>::name) return false;
    A action;
    std::string fault;
    ActionForm<A>::fields(action, [&](const char* key, auto& value) {
        if (!fault.empty() || !in.contains(key)) return;
        const std::string wanted = read(in[key], value);
        if (!wanted.empty()) fault = std::string("key '") + key + "' of action '" + name + "' must be " + wanted;
    });
    if (fault.empty())
        out = Action{action};
    else
        out = base::fail(fault);
    return true;
}

template <class... A>
base::Result<Action> read_any(const std::string& name, const nlohmann::json& in, std::variant<A...>*)
{
    base::Result<Action> out = base::fail("unknown action '" + name + "'", {}, "see README.md for the list of actions");
    (void)(try_read<A>(name, in, out) || ...);
    return out;
}

} // namespace

base::Result<Action> action_from_json(const std::string& line)
{
    const auto in = nlohmann::json::parse(line, nullptr, false);
    if (in.is_discarded()) return base::fail("not a line of JSON: " + line.substr(0, 80));
    if (!in.is_object() || !in.contains("action") || !in["action"].is_string())
        return base::fail("no \"action\" key in: " + line.substr(0, 80));
    return read_any(in["action"].get<std::string>(), in, static_cast<Action*>(nullptr));
}

} // namespace scene
