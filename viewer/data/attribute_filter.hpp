#pragma once
#include "data/vector_layer.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace data {

/// The plain part of OGR's attribute filters: comparisons joined by AND, e.g. "mode = 'rail' AND high_speed = 0".
/// Meaning is OGR's: text is compared without regard to case, true is 1, what has no value matches nothing, and
/// OGR_GEOMETRY is the geometry's type.
class AttributeFilter {
public:
    /// Nothing when the text is more than this class understands.
    static std::optional<AttributeFilter> parse(std::string_view text);

    [[nodiscard]] bool matches(const Feature& feature, std::string_view geometry_type) const;
    [[nodiscard]] std::vector<std::string_view> fields() const;

private:
    struct Condition {
        std::string field, op, text;
        std::optional<double> number; ///< the value when it is not text
    };
    std::vector<Condition> conditions_;
};

} // namespace data
