#include "base/result.hpp"

namespace base {

std::string Error::text() const
{
    std::string out = where.empty() ? what : where + ": " + what;
    if (!hint.empty()) out += " (" + hint + ")";
    return out;
}

tl::unexpected<Error> fail(std::string what, std::string where, std::string hint)
{
    return tl::unexpected<Error>(Error{std::move(what), std::move(where), std::move(hint)});
}

tl::unexpected<Error> within(std::string_view place, Error error)
{
    error.where = error.where.empty() ? std::string(place) : std::string(place) + ", " + error.where;
    return tl::unexpected<Error>(std::move(error));
}

} // namespace base
