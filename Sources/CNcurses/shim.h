// What Swift cannot take from ncurses and Linux as it is. Each function says why it stands here.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// --- ncurses ---

// Swift 6 refuses mutable C globals.
static inline WINDOW *_Nullable curses_standard_screen(void) { return stdscr; }
static inline WINDOW *_Nullable curses_physical_screen(void) { return curscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_color_pairs(void) { return COLOR_PAIRS; }

// Attributes are macros with casts, which Swift does not import.
static const attr_t curses_bold = WA_BOLD;
static const attr_t curses_underline = WA_UNDERLINE;
static const attr_t curses_reverse = WA_REVERSE;
static const attr_t curses_dim = WA_DIM;

// The members of cchar_t are arrays, which Swift shows as tuples; setcchar() would check each code point again.
static inline cchar_t curses_cell(const wchar_t *_Nonnull text, int length, attr_t attributes, int pair) {
    cchar_t cell = {.attr = attributes, .ext_color = pair};
    for (int i = 0; i < length && i < CCHARW_MAX; i++) cell.chars[i] = text[i];
    return cell;
}

// <term.h> makes macros of words such as `columns` and `lines`, so what is needed of it is declared here.
extern int setupterm(const char *_Nullable name, int descriptor, int *_Nonnull error);

// tigetstr() answers (char *)-1 for a name that is no text capability, and padding is meant for tputs().
static inline const char *_Nullable curses_capability(const char *_Nonnull name) {
    const char *text = tigetstr(name);
    return text == (char *)-1 ? NULL : text;
}

// nl_langinfo() takes an enumeration that Swift does not import as a constant.
static inline const char *_Nonnull locale_codeset(void) { return nl_langinfo(CODESET); }

// --- Linux ---

// Hidden by <wchar.h> as Swift's Glibc module includes it.
extern int wcwidth(wchar_t character);

// memfd_create() and signalfd() are not imported by Swift's Glibc module.
extern int memfd_create(const char *_Nonnull name, unsigned flags);
static inline int memory_file(const char *_Nonnull name) { return memfd_create(name, 1 /* MFD_CLOEXEC */); }
static inline int signal_descriptor(const sigset_t *_Nonnull set) {
    return signalfd(-1, set, SFD_NONBLOCK | SFD_CLOEXEC);
}

// ioctl() is variadic, which Swift does not import. Answers 0, or -1 with errno.
static inline int terminal_size(int descriptor, int *_Nonnull columns, int *_Nonnull rows) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}

// The handler of a member of a union behind a macro, which Swift does not import.
static inline void signal_default(int number) { signal(number, SIG_DFL); }

// --- Crashes ---

// A signal handler may call nothing of Swift's, so what it needs is laid ready here. Each Swift file that takes these
// functions in gets a state of its own: they are for one file only.
struct crash_restore {
    volatile sig_atomic_t is_armed;
    int descriptor;
    int error_copy;    // a file that holds what was written to standard error, or -1
    int error_target;  // where standard error led before
    struct termios modes;
    size_t length;
    char bytes[512];
    char stack[65536];
};
static inline struct crash_restore *_Nonnull crash_state(void) {
    static struct crash_restore state;
    return &state;
}

static inline void crash_write(int descriptor, const char *_Nonnull bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        length -= (size_t)written;
    }
}

static inline void crash_handler(int number) {
    struct crash_restore *state = crash_state();
    if (state->is_armed) {
        state->is_armed = 0;
        crash_write(state->descriptor, state->bytes, state->length);
        tcsetattr(state->descriptor, TCSANOW, &state->modes);
        if (state->error_copy >= 0) {
            char text[1024];
            off_t place = 0;
            ssize_t count;
            while ((count = pread(state->error_copy, text, sizeof text, place)) > 0) {
                crash_write(state->error_target, text, (size_t)count);
                place += count;
            }
        }
    }
    // The handler was reset when the signal came, so this ends the program as the signal would have.
    raise(number);
}

// Every signal that would end the program and is not read as input. Swift traps are SIGILL or SIGTRAP. The handler has a
// stack of its own, for a stack that has overflowed.
static inline void crash_arm(
    int descriptor, const struct termios *_Nonnull modes, const char *_Nonnull bytes, size_t length, int error_copy,
    int error_target) {
    static const int numbers[] = {SIGSEGV, SIGILL,  SIGABRT, SIGBUS,  SIGFPE,  SIGTRAP,   SIGSYS, SIGXCPU,
                                  SIGXFSZ, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF};
    struct crash_restore *state = crash_state();
    if (length > sizeof state->bytes) length = sizeof state->bytes;
    state->descriptor = descriptor;
    state->modes = *modes;
    for (size_t i = 0; i < length; i++) state->bytes[i] = bytes[i];
    state->length = length;
    state->error_copy = error_copy;
    state->error_target = error_target;
    state->is_armed = 1;
    stack_t stack = {.ss_sp = state->stack, .ss_size = sizeof state->stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = crash_handler, .sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) sigaction(numbers[i], &action, NULL);
}

static inline void crash_disarm(void) { crash_state()->is_armed = 0; }

#endif
