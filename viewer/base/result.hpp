#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace base {

/// An expected failure: what went wrong, where, and what the reader can do about it.
/// Layers add context on the way up ("atlas.toml", then "layer 'rivers'"); the innermost cause stays last.
struct Error {
    std::string what;  ///< one sentence, no trailing full stop
    std::string where; ///< file, layer, row or feature, outermost first; empty when not known
    std::string hint;  ///< what to do; may be empty

    [[nodiscard]] std::string text() const; ///< "where: what (hint)"
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> fail(std::string what, std::string where = {}, std::string hint = {});

/// Puts an outer place in front of an error's `where`.
[[nodiscard]] tl::unexpected<Error> within(std::string_view place, Error error);

} // namespace base
