// Linked into sanitized programs only: a library that was loaded stays. Mesa's driver is otherwise unloaded before
// LeakSanitizer looks, which then takes what the driver's own variables pointed to for leaks of an unknown module.
extern "C" int dlclose(void*) noexcept;
extern "C" int dlclose(void*) noexcept { return 0; }
