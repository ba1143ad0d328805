package lab.cli.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lab.check.Verdict;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.HintCommand;
import lab.cli.course.ListCommand;
import lab.cli.course.NamedAct;
import lab.cli.course.NextCommand;
import lab.cli.progress.ReferenceDiff;
import lab.cli.progress.UndoCommand;
import lab.cli.verify.VerifyRecord;
import lab.cli.watch.Agenda.Work;
import lab.course.files.ContentHash;
import lab.course.stage.Stage;
import lab.problem.ProblemException;
import lab.screen.KeyScreen.Press;
import lab.verify.Verified;
import lab.verify.WarmRig;

/** Looks, asks the agenda what follows, and shows it. Everything but the passes is one thread. */
final class Watch {
  /** Two looks make a save: it is noticed well within a second. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final long LAST_WORDS_MILLIS = 5000;

  private final Front front;
  private final Supplier<Desk> desks;
  private final WarmRig warm = WarmRig.forOne();
  private final NamedAct named = new NamedAct();
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private Desk desk;
  private Stage stage;
  private Agenda agenda;
  private WatchText text;
  private Work work = Work.FAST;
  private Optional<Thread> pass = Optional.empty();
  private boolean lastVerifyFailed;
  private boolean inputEnded;

  /**
   * Begins at the stage where the learner is.
   *
   * @param desks opens the desk as it is now
   */
  Watch(Front front, Supplier<Desk> desks) {
    this.front = front;
    this.desks = desks;
    this.desk = desks.get();
    this.stage = desk.stage(Optional.empty());
    this.agenda = new Agenda(look());
    this.text = new WatchText(stage, work, desk.console().ink(), front.columns());
  }

  /**
   * Watches until the person has had enough.
   *
   * @throws IOException when what was found cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting
   */
  ExitCode run() throws IOException, InterruptedException {
    try (warm) {
      while (!inputEnded || agenda.busy()) {
        noticeSaves();
        agenda.begin().ifPresent(this::begin);
        for (var next = told.poll(); next != null; next = told.poll()) {
          hear(next);
        }
        front.stands(WatchText.watching(stage), agenda.keys());
        var exit = inputEnded ? pause() : react(front.next(LOOK_EVERY));
        if (exit.isPresent()) {
          return exit.get();
        }
      }
      return ExitCode.DONE;
    } finally {
      stopPass();
    }
  }

  private void noticeSaves() {
    var saved = agenda.look(look());
    if (!saved.isEmpty() && pass.isPresent()) {
      front.note("changed meanwhile: " + WatchText.names(saved) + "; checked once more after this");
    }
  }

  private ContentHash look() {
    var root = desk.workspace().root();
    return ContentHash.of(root, Watched.files(root, stage));
  }

  private void begin(Work next) {
    named.forget();
    try {
      reopen();
      if (next == Work.FULL) {
        desk.workspace().demandCurrent();
      }
    } catch (ProblemException unfit) {
      show(unfit);
      agenda.end(Offered.keys(desk, stage, false));
      return;
    }
    work = next;
    text = new WatchText(stage, work, desk.console().ink(), front.columns());
    print(text.header(agenda.takeSaved()));
    pass = Optional.of(new Pass(desk, stage, work, warm).start(told::add));
  }

  /** The learner may have gone to another stage in another terminal. */
  private void reopen() {
    desk = desks.get();
    var here = desk.stage(Optional.empty());
    if (!here.id().equals(stage.id())) {
      moveTo(here);
      agenda.begin();
    }
    stage = here;
  }

  private void hear(Told word) throws IOException {
    switch (word) {
      case Told.Progress progress -> front.progress(progress);
      case Told.Judged(var result) -> print(text.check(result));
      case Told.Done(var verified) -> done(verified);
      case Told.Failed(var failure) -> failed(failure);
    }
  }

  private void done(Verified verified) {
    pass = Optional.empty();
    boolean holds = verified.checks().stream().noneMatch(one -> one.verdict() == Verdict.FAIL);
    keep(verified);
    if (work == Work.FULL) {
      lastVerifyFailed = !holds;
    }
    boolean passes = holds && !lastVerifyFailed && desk.standing().of(stage).done();
    agenda.end(Offered.keys(desk, stage, passes));
    print(text.footer(verified, passes));
    if (desk.console().json()) {
      desk.console().printJson(verified);
    }
  }

  private void keep(Verified verified) {
    if (work == Work.FULL) {
      VerifyRecord.keep(desk.journal(), stage, verified);
      agenda.wrote(WatchText.JOURNAL, look());
    } else if (VerifyRecord.keepPart(desk.journal(), stage, verified)) {
      agenda.wrote(WatchText.JOURNAL, look());
    }
  }

  /** What a person can put right does not end the watch; anything else does. */
  private void failed(Throwable failure) throws IOException {
    pass = Optional.empty();
    warm.close();
    agenda.end(Offered.keys(desk, stage, false));
    switch (failure) {
      case ProblemException unfit -> show(unfit);
      case IOException unkept -> throw unkept;
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException(failure);
    }
  }

  private Optional<ExitCode> react(Press press) throws IOException, InterruptedException {
    return switch (press) {
      case Press.Nothing() -> Optional.empty();
      case Press.Interrupt() -> Optional.of(ExitCode.INTERRUPTED);
      case Press.End() -> {
        inputEnded = true;
        yield Optional.empty();
      }
      case Press.Letter(var letter) -> press(letter);
    };
  }

  private Optional<ExitCode> press(char letter) throws IOException, InterruptedException {
    var key = Key.of(letter);
    if (key.isEmpty() || !agenda.press(key.get())) {
      named.forget();
      front.note(
          agenda.busy()
              ? "'" + letter + "' was not taken: a check is going on"
              : "'" + letter + "' means nothing now");
      return Optional.empty();
    }
    if (key.get() == Key.UNDO) {
      var act = named.name(desk.journal().progress());
      if (act.isPresent()) {
        front.note(act.get());
        return Optional.empty();
      }
    }
    named.forget();
    front.clear();
    if (key.get() == Key.QUIT) {
      return Optional.of(ExitCode.DONE);
    }
    try {
      act(key.get());
    } catch (ProblemException unfit) {
      show(unfit);
    }
    return Optional.empty();
  }

  private void act(Key key) throws IOException, InterruptedException {
    switch (key) {
      case VERIFY, AGAIN, QUIT -> {
        // The agenda has it.
      }
      case LIST -> {
        var now = desks.get();
        print(List.of(""));
        ListCommand.show(now);
      }
      case HINT -> {
        HintCommand.give(desks.get(), stage, Optional.empty(), Optional.empty());
        agenda.wrote(WatchText.JOURNAL, look());
      }
      case DIFF -> new ReferenceDiff(desks.get(), stage).show();
      case UNDO -> {
        try {
          UndoCommand.takeBack(desks.get(), Optional.empty());
        } finally {
          agenda.replaced(look());
        }
      }
      case NEXT -> {
        NextCommand.onward(desks.get());
        agenda.wrote(WatchText.JOURNAL, look());
        goOn();
      }
    }
  }

  private void goOn() {
    desk = desks.get();
    var here = desk.stage(Optional.empty());
    if (!here.id().equals(stage.id())) {
      moveTo(here);
    }
  }

  private void moveTo(Stage other) {
    stage = other;
    lastVerifyFailed = false;
    agenda = new Agenda(look());
  }

  /** Without a person only the pass that is going on is waited for. */
  private Optional<ExitCode> pause() throws InterruptedException, IOException {
    var next = told.poll(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
    if (next != null) {
      hear(next);
    }
    return Optional.empty();
  }

  private void print(List<String> lines) {
    if (!lines.isEmpty() && !desk.console().json()) {
      front.clear();
      lines.forEach(desk.console()::print);
    }
  }

  private void show(ProblemException unfit) {
    front.clear();
    desk.console().show(unfit.problems());
  }

  private void stopPass() throws InterruptedException {
    if (pass.isPresent()) {
      pass.get().interrupt();
      pass.get().join(LAST_WORDS_MILLIS);
    }
  }
}
