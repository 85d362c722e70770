// Functions of a shared library that is loaded when one of them is called first.
//
// libxml2 brings ICU and libzip brings OpenSSL: to load them takes the dynamic linker a quarter of the time in which a process
// answers a query, and few commands read XML or DOCX. A DOOR defines the function that the library's header declares and hands
// its arguments on. Where a door is missing the program does not link.
#pragma once
#include <stdatomic.h>

/// The function `name` of the first of `libraries` that can be loaded; ends the process, as the dynamic linker would, where there
/// is none. `libraries` ends with a null pointer.
void *lazy_function(const char *const libraries[], const char *name);

/// A function of `libraries`, a constant of the file.
#define DOOR(result, name, parameters, arguments)                                  \
  result name parameters {                                                         \
    static _Atomic(typeof(&name)) found;                                           \
    typeof(&name) function = atomic_load_explicit(&found, memory_order_acquire);   \
    if (!function) {                                                               \
      function = (typeof(&name))lazy_function(libraries, #name);                   \
      atomic_store_explicit(&found, function, memory_order_release);               \
    }                                                                              \
    return function arguments;                                                     \
  }
