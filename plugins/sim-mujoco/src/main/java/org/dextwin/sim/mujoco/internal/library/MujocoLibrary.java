package org.dextwin.sim.mujoco.internal.library;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.sim.mujoco.internal.layout.EngineVersion;
import org.dextwin.sim.mujoco.internal.layout.Layout;
import org.dextwin.sim.mujoco.internal.layout.LayoutTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open MuJoCo library whose structs are understood. Each file is opened once and stays open;
 * several versions may be open at a time.
 *
 * <p><i>Thread safety</i>: thread-safe, as far as {@link EngineCalls} says.
 */
public final class MujocoLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(MujocoLibrary.class);

  /** RTLD_NOW without RTLD_GLOBAL: two versions share the names of their functions. */
  private static final int OPEN_LOCALLY = 2;

  /** What the dynamic linker says of a library that it does not find. */
  private static final Pattern MISSING =
      Pattern.compile("(lib[^\\s:/]+): cannot open shared object file");

  private static final Map<Path, MujocoLibrary> OPEN = new HashMap<>();

  private final Path path;
  private final EngineVersion version;
  private final Layout layout;
  private final boolean dampsSaturated;
  private final EngineCalls calls;
  private final Optional<StateCalls> stateCalls;

  /** MuJoCo holds their addresses, so they must never be collected. */
  @SuppressWarnings("UnusedVariable")
  private final List<Callback> handlers;

  private MujocoLibrary(Path path) {
    this.path = path;
    NativeLibrary library = load(path);
    CallBinding binding = new CallBinding(library);
    this.calls = bind(path, binding);
    this.version = new EngineVersion(calls.mj_version());
    LayoutTable table = LayoutTable.shipped();
    Layout measured = table.find(version).orElseThrow(() -> unknown(path, version, table));
    this.handlers =
        List.of(
            handle(library, "mju_user_error", NativeThread::abandon),
            handle(library, "mju_user_warning", message -> LOG.debug("MuJoCo: {}", message)));
    SelfCheck.Findings findings = SelfCheck.run(path, calls, measured);
    this.layout = findings.layout();
    this.dampsSaturated = findings.dampsSaturated();
    this.stateCalls =
        layout.has("mjSTATE_INTEGRATION")
            ? Optional.of(binding.bind(DirectStateCalls.class, StateCalls.class))
            : Optional.empty();
  }

  /**
   * Opens a library, or returns it if it is open.
   *
   * @param file the library
   * @return the library
   * @throws ComponentUnavailableException if it cannot be used; it says why, and what to do
   */
  public static MujocoLibrary open(Path file) {
    Path real;
    try {
      real = file.toRealPath();
    } catch (IOException e) {
      throw new ComponentUnavailableException(
          "the MuJoCo library " + file + " cannot be read: " + e, LibrarySearch.REMEDY);
    }
    synchronized (OPEN) {
      MujocoLibrary open = OPEN.get(real);
      if (open == null) {
        open = new MujocoLibrary(real);
        OPEN.put(real, open);
        LOG.info("MuJoCo {} from {}", open.version, real);
      }
      return open;
    }
  }

  /** Libraries that it needs and the system lacks may lie beside it; they are loaded first. */
  private static NativeLibrary load(Path path) {
    Set<String> tried = new HashSet<>();
    while (true) {
      try {
        return NativeLibrary.getInstance(
            path.toString(),
            Map.of(
                Library.OPTION_OPEN_FLAGS, OPEN_LOCALLY, Library.OPTION_STRING_ENCODING, "UTF-8"));
      } catch (UnsatisfiedLinkError e) {
        String reason = String.valueOf(e.getMessage());
        Matcher missing = MISSING.matcher(reason);
        Path beside = missing.find() ? path.resolveSibling(missing.group(1)) : path;
        if (!tried.add(beside.toString()) || beside == path || !Files.isRegularFile(beside)) {
          throw new ComponentUnavailableException(
              "the MuJoCo library "
                  + path
                  + " cannot be loaded: "
                  + reason.lines().findFirst().orElse("no reason given"),
              "install what it needs, or take another one: " + LibrarySearch.REMEDY);
        }
        load(beside);
      }
    }
  }

  private static EngineCalls bind(Path path, CallBinding binding) {
    try {
      return binding.bind(DirectEngineCalls.class, EngineCalls.class);
    } catch (UnsatisfiedLinkError e) {
      throw new ComponentUnavailableException(
          path + " is no MuJoCo library: " + e.getMessage(), LibrarySearch.REMEDY);
    }
  }

  private static ComponentUnavailableException unknown(
      Path path, EngineVersion version, LayoutTable table) {
    List<String> known = table.versions().stream().map(EngineVersion::toString).toList();
    return new ComponentUnavailableException(
        "the MuJoCo library "
            + path
            + " is version "
            + version
            + ", whose structs are not known here; known are "
            + String.join(", ", known),
        "use a library of one of these versions: " + LibrarySearch.REMEDY);
  }

  private static Callback handle(NativeLibrary library, String variable, MessageHandler handler) {
    library
        .getGlobalVariableAddress(variable)
        .setPointer(0, CallbackReference.getFunctionPointer(handler));
    return handler;
  }

  /**
   * Returns the file.
   *
   * @return its real path
   */
  public Path path() {
    return path;
  }

  /**
   * Returns the version.
   *
   * @return the version
   */
  public EngineVersion version() {
    return version;
  }

  /**
   * Returns where its structs keep their fields.
   *
   * @return the layout, with the fields that only probing finds
   */
  public Layout layout() {
    return layout;
  }

  /**
   * Says whether the implicit integrators of this version damp a servo whose force is at its limit.
   *
   * @return true if such a servo moves too little
   */
  public boolean dampsSaturated() {
    return dampsSaturated;
  }

  /**
   * Returns the functions.
   *
   * @return the functions
   */
  public EngineCalls calls() {
    return calls;
  }

  /**
   * Returns the functions for states.
   *
   * @return them; empty before 3.0
   */
  public Optional<StateCalls> stateCalls() {
    return stateCalls;
  }
}
