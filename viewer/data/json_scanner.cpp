#include "data/json_scanner.hpp"
#include <algorithm>
#include <charconv>

namespace data {

namespace {

void append_utf8(std::string& out, unsigned code)
{
    const auto byte = [&](unsigned value) { out += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | (code >> 6U));
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12U));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | (code >> 18U));
        byte(0x80U | ((code >> 12U) & 0x3FU));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
}

} // namespace

char JsonScanner::peek()
{
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
        ++at_;
    return failed_ || at_ >= text_.size() ? '\0' : text_[at_];
}

bool JsonScanner::at_end() { return peek() == '\0' && !failed_ && at_ >= text_.size(); }

bool JsonScanner::consume(char c)
{
    if (peek() != c) return false;
    ++at_;
    return true;
}

void JsonScanner::expect(char c)
{
    if (!consume(c)) fail();
}

bool JsonScanner::next_element(bool& first)
{
    if (failed_) return false;
    if (first) {
        first = false;
        expect('[');
        return !failed_ && !consume(']');
    }
    if (consume(']')) return false;
    expect(',');
    return !failed_;
}

bool JsonScanner::next_member(std::string& key, bool& first)
{
    if (failed_) return false;
    if (first) {
        first = false;
        expect('{');
        if (failed_ || consume('}')) return false;
    } else {
        if (consume('}')) return false;
        expect(',');
    }
    key = text();
    expect(':');
    return !failed_;
}

std::string JsonScanner::text()
{
    std::string out;
    expect('"');
    while (!failed_) {
        const std::size_t end = text_.find_first_of("\"\\", at_);
        if (end == std::string_view::npos) {
            fail();
            break;
        }
        out += text_.substr(at_, end - at_);
        at_ = end + 1;
        if (text_[end] == '"') break;
        append_escape(out);
    }
    return out;
}

std::optional<unsigned> JsonScanner::hex4()
{
    unsigned code = 0;
    if (at_ + 4 > text_.size()) return std::nullopt;
    const auto [end, failure] = std::from_chars(text_.data() + at_, text_.data() + at_ + 4, code, 16);
    if (failure != std::errc() || end != text_.data() + at_ + 4) return std::nullopt;
    at_ += 4;
    return code;
}

void JsonScanner::append_escape(std::string& out)
{
    if (at_ >= text_.size()) return fail();
    const char c = text_[at_++];
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
    if (const std::size_t index = kNames.find(c); index != std::string_view::npos) {
        out += kValues[index];
        return;
    }
    auto code = c == 'u' ? hex4() : std::nullopt;
    if (code && *code >= 0xD800 && *code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
        at_ += 2;
        const auto low = hex4();
        if (!low || *low < 0xDC00 || *low > 0xDFFF) return fail();
        code = 0x10000U + ((*code - 0xD800U) << 10U) + (*low - 0xDC00U);
    }
    if (!code || (*code >= 0xD800 && *code < 0xE000)) return fail();
    append_utf8(out, *code);
}

double JsonScanner::number()
{
    peek();
    double value = 0;
    const bool starts =
        !failed_ && at_ < text_.size() && (text_[at_] == '-' || (text_[at_] >= '0' && text_[at_] <= '9'));
    if (!starts) {
        fail();
        return 0;
    }
    const auto [end, failure] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (failure != std::errc()) fail();
    at_ = static_cast<std::size_t>(end - text_.data());
    return value;
}

std::string_view JsonScanner::raw_value()
{
    peek();
    const std::size_t begin = at_;
    skip_value();
    return failed_ ? std::string_view() : text_.substr(begin, at_ - begin);
}

void JsonScanner::skip_string()
{
    expect('"');
    while (!failed_) {
        const std::size_t end = text_.find_first_of("\"\\", at_);
        if (end == std::string_view::npos || end + 1 >= text_.size()) return fail();
        at_ = end + (text_[end] == '"' ? 1 : 2);
        if (text_[end] == '"') return;
    }
}

// Objects and lists are skipped by counting brackets: what nobody reads is not checked further.
void JsonScanner::skip_value()
{
    const char c = peek();
    if (c == '"') return skip_string();
    if (c == '{' || c == '[') {
        int depth = 0;
        do {
            at_ = std::min(text_.find_first_of("\"{}[]", at_), text_.size());
            if (at_ == text_.size()) return fail();
            const char here = text_[at_];
            if (here == '"') {
                skip_string();
                continue;
            }
            depth += here == '{' || here == '[' ? 1 : -1;
            ++at_;
        } while (depth > 0 && !failed_);
        return;
    }
    for (const std::string_view word : {"true", "false", "null"})
        if (text_.substr(at_, word.size()) == word) {
            at_ += word.size();
            return;
        }
    number();
}

} // namespace data
