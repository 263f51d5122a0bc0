#include "data/attribute_filter.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace data {

namespace {

constexpr std::string_view kGeometryField = "OGR_GEOMETRY";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int compare_text(std::string_view a, std::string_view b)
{
    const auto less = [](char x, char y) { return lower(x) < lower(y); };
    if (std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less)) return -1;
    return std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), less) ? 1 : 0;
}

bool holds(int order, std::string_view op)
{
    if (op == "=") return order == 0;
    if (op == "<>" || op == "!=") return order != 0;
    if (op == "<") return order < 0;
    if (op == "<=") return order <= 0;
    if (op == ">") return order > 0;
    return order >= 0;
}

class Words {
public:
    explicit Words(std::string_view text) : text_(text) {}

    bool at_end()
    {
        while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
        return text_.empty();
    }
    std::string_view name()
    {
        at_end();
        return take(std::find_if_not(text_.begin(), text_.end(), [](char c) {
            return c == '_' || (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
        }));
    }
    std::string_view op()
    {
        at_end();
        for (const std::string_view op : {"<>", "!=", "<=", ">=", "=", "<", ">"})
            if (text_.starts_with(op)) return take(text_.begin() + static_cast<std::ptrdiff_t>(op.size()));
        return {};
    }
    std::optional<std::string_view> quoted()
    {
        at_end();
        if (text_.empty() || text_.front() != '\'') return std::nullopt;
        const std::size_t end = text_.find('\'', 1);
        if (end == std::string_view::npos || text_.substr(end + 1).starts_with('\'')) return std::nullopt;
        return take(text_.begin() + static_cast<std::ptrdiff_t>(end) + 1).substr(1, end - 1);
    }
    std::optional<double> number()
    {
        at_end();
        double value = 0;
        const auto [end, failure] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (failure != std::errc() || !std::isfinite(value)) return std::nullopt;
        take(text_.begin() + (end - text_.data()));
        return value;
    }

private:
    std::string_view take(std::string_view::const_iterator end)
    {
        const std::string_view out(text_.data(), static_cast<std::size_t>(end - text_.begin()));
        text_.remove_prefix(out.size());
        return out;
    }
    std::string_view text_;
};

} // namespace

std::optional<AttributeFilter> AttributeFilter::parse(std::string_view text)
{
    AttributeFilter filter;
    Words words(text);
    if (words.at_end()) return filter;
    for (;;) {
        std::string field(words.name());
        std::string op(words.op());
        Condition condition{std::move(field), std::move(op), {}, {}};
        if (condition.field.empty() || condition.op.empty()) return std::nullopt;
        if (const auto quoted = words.quoted())
            condition.text = std::string(*quoted);
        else if (condition.number = words.number(); !condition.number)
            return std::nullopt;
        filter.conditions_.push_back(std::move(condition));
        if (words.at_end()) return filter;
        if (compare_text(words.name(), "and") != 0) return std::nullopt;
    }
}

bool AttributeFilter::matches(const Feature& feature, std::string_view geometry_type) const
{
    return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
        const std::string_view value =
            condition.field == kGeometryField ? geometry_type : feature.attribute(condition.field);
        if (value.empty()) return false;
        if (!condition.number) return holds(compare_text(value, condition.text), condition.op);
        const double number = feature.number(condition.field, std::numeric_limits<double>::quiet_NaN());
        if (std::isnan(number)) return false;
        return holds(number < *condition.number ? -1 : number > *condition.number ? 1 : 0, condition.op);
    });
}

std::vector<std::string_view> AttributeFilter::fields() const
{
    std::vector<std::string_view> out;
    for (const Condition& condition : conditions_)
        if (condition.field != kGeometryField) out.push_back(condition.field);
    return out;
}

} // namespace data
