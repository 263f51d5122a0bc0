#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace data {

/// Walks JSON text once, value by value, without building a tree. After the first thing that is not JSON every call
/// does nothing and failed() is true.
class JsonScanner {
public:
    explicit JsonScanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool failed() const { return failed_; }
    bool at_end(); ///< only white space is left

    /// The next character that is not white space, 0 at the end.
    char peek();
    bool consume(char c); ///< takes `c` if it is next
    void expect(char c);

    /// Steps through { "key": value, ... } and [ value, ... ]: call before each element; false at the end.
    bool next_member(std::string& key, bool& first);
    bool next_element(bool& first);

    std::string text(); ///< a string, unescaped
    double number();
    std::string_view raw_value(); ///< any value as it stands, skipped

private:
    void fail() { failed_ = true; }
    void skip_value();
    void skip_string();
    void append_escape(std::string& out);
    std::optional<unsigned> hex4();

    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

} // namespace data
