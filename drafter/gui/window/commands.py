"""Every command in one table: name, words, tip, icon, shortcut, and the menu it stands in."""

from dataclasses import dataclass

from drafter.model import N_


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window.

    Attributes:
        name: name of the method that carries it out, the window's or that of one of its hands.
        text: what the menu says.
        tip: what it does, in a sentence.
        menu: key of the menu it stands in, one of `MENUS`.
        shortcut: keys in Qt's portable notation, "" for none; "|" parts several.
        icon: name of a drawing in `resources/icons`, "" for none.
        checkable: whether it is switched on and off.
        toolbar: what the tool bar calls it, shorter than the menu does; "" where it doesn't stand there.
        before: whether a line parts it from the command above.
    """

    name: str
    text: str
    tip: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    toolbar: str = ""
    before: bool = False


MENUS: dict[str, str] = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "review": N_("&Review"),
    "pairs": N_("&Pairs"),
    "view": N_("&View"),
    "help": N_("&Help"),
}

COMMANDS: tuple[Command, ...] = (
    Command(
        "open_files",
        N_("&Open…"),
        N_("Open a pair, one file or a project"),
        "file",
        "Ctrl+O",
        "open",
        toolbar=N_("Open"),
    ),
    Command(
        "new_from_clipboard",
        N_("&New from clipboard…"),
        N_("Paste a Chinese text and its English one, or a text in both languages"),
        "file",
        "Ctrl+N",
    ),
    Command("open_sample", N_("Open the s&ample"), N_("Open the plan that comes with Drafter"), "file"),
    Command(
        "save_as",
        N_("&Save project as…"),
        N_("Keep this review under a name of your own; every change is saved at once"),
        "file",
        "Ctrl+Shift+S",
        "save",
        toolbar=N_("Save as"),
        before=True,
    ),
    Command(
        "save_copy",
        N_("Save a &copy…"),
        N_("Write the review as it stands to another file; your work goes on in this one"),
        "file",
    ),
    Command(
        "hand_over",
        N_("Save a copy for &hand-over…"),
        N_("Write a copy without history, notes, names and old wordings"),
        "file",
    ),
    Command(
        "export",
        N_("&Export…"),
        N_("Write a Word file or the one-page verdict"),
        "file",
        "Ctrl+E",
        "export",
        toolbar=N_("Export"),
    ),
    Command(
        "print_review",
        N_("&Print…"),
        N_("Look at the review on pages, both languages side by side, and print it"),
        "file",
        "Ctrl+P",
    ),
    Command("save_pdf", N_("Save as P&DF…"), N_("Write the review as it would be printed to a PDF file"), "file"),
    Command(
        "send_pack",
        N_("Send out a pac&k…"),
        N_("Write clauses to a table or a Word file for whoever translates"),
        "file",
        before=True,
    ),
    Command(
        "take_back",
        N_("Take &back a file…"),
        N_("Look at what came back of a pack or a Word table, and take it over"),
        "file",
    ),
    Command(
        "export_measures",
        N_("Export &measures…"),
        N_("Write measures, targets and duties to a workbook, a table, JSON, or the Word annex of tasks"),
        "file",
    ),
    Command(
        "compare_plans",
        N_("Com&pare plans…"),
        N_("See which measures one plan has and another lacks"),
        "file",
    ),
    Command(
        "load_version",
        N_("Load a new &version…"),
        N_("Put a new version of a file into this review; work on what did not change is kept"),
        "file",
        before=True,
    ),
    Command(
        "join_copy",
        N_("&Join a reviewer's copy…"),
        N_("Take over what another reviewer did in a copy of this project"),
        "file",
    ),
    Command(
        "show_settings",
        N_("Se&ttings…"),
        N_("Language, your name and how figures are written"),
        "file",
        "Ctrl+,",
        "settings",
        before=True,
    ),
    Command("close", N_("&Quit"), N_("Close the window; everything is saved already"), "file", "Ctrl+Q", before=True),
    Command("undo", N_("&Undo"), N_("Take the last change back"), "edit", "Ctrl+Z", "undo", toolbar=N_("Undo")),
    Command(
        "redo",
        N_("&Redo"),
        N_("Bring the undone change again"),
        "edit",
        "Ctrl+Shift+Z|Ctrl+Y",
        "redo",
        toolbar=N_("Redo"),
    ),
    Command(
        "unlock_chinese",
        N_("Correct the &Chinese too"),
        N_("Let the Chinese text be corrected as well"),
        "edit",
        "Ctrl+L",
        "locked",
        checkable=True,
        toolbar=N_("Unlock Chinese"),
        before=True,
    ),
    Command(
        "insert_figure",
        N_("Insert the next &figure"),
        N_("Put in the next figure of the Chinese that the English does not have yet"),
        "edit",
        "F4",
        before=True,
    ),
    Command(
        "complete_word",
        N_("Co&mplete the word"),
        N_("Complete the word before the caret to a term of this clause, or to a figure"),
        "edit",
        "Alt+/",
    ),
    Command(
        "insert_source",
        N_("&Insert the other side's text"),
        N_("Put in the text of the other language where the caret stands"),
        "edit",
        "Ctrl+Shift+I",
    ),
    Command(
        "change_case",
        N_("Change &case"),
        N_("Small letters, a capital, all capitals: in turn"),
        "edit",
        "Ctrl+Shift+K",
    ),
    Command("in_brackets", N_("In &brackets"), N_("Put what is selected in brackets"), "edit", "Ctrl+Shift+9"),
    Command(
        "in_quotes", N_("In &quotation marks"), N_("Put what is selected in quotation marks"), "edit", "Ctrl+Shift+2"
    ),
    Command(
        "apply_identical",
        N_("Have &like clauses follow"),
        N_("Give all clauses with the same Chinese this English, in one step"),
        "edit",
        "Ctrl+Shift+E",
    ),
    Command("find_words", N_("&Find…"), N_("Look for words in both texts"), "edit", "Ctrl+F", "search", before=True),
    Command(
        "replace_words", N_("&Replace…"), N_("Look for words and put others in their place"), "edit", "Ctrl+H|Ctrl+R"
    ),
    Command("find_next", N_("Find ne&xt"), N_("Go to the next place of the words looked for"), "edit", "F3"),
    Command(
        "find_previous", N_("Find pre&vious"), N_("Go to the place before of the words looked for"), "edit", "Shift+F3"
    ),
    Command(
        "next_finding", N_("&Next finding"), N_("Go to the next finding"), "review", "F8", "next", toolbar=N_("Next")
    ),
    Command(
        "previous_finding",
        N_("&Previous finding"),
        N_("Go to the finding before"),
        "review",
        "Shift+F8",
        "previous",
        toolbar=N_("Previous"),
    ),
    Command(
        "apply_fix",
        N_("&Apply the fix"),
        N_("Put the fix of this finding into the text"),
        "review",
        "Alt+Return",
        "fix",
        toolbar=N_("Apply fix"),
        before=True,
    ),
    Command(
        "apply_safe",
        N_("Apply all &safe fixes"),
        N_("Put in every fix that only restores form, in one step"),
        "review",
        "Ctrl+Shift+Return",
        "fix-all",
        toolbar=N_("Apply safe fixes"),
    ),
    Command(
        "ignore",
        N_("&Ignore…"),
        N_("Set this finding aside, with a reason"),
        "review",
        "Ctrl+I",
        "ignore",
        toolbar=N_("Ignore"),
    ),
    Command(
        "apply_alike",
        N_("Apply all fixes of this &kind"),
        N_("Put in every fix of the same rule, in one step; look them through afterwards"),
        "review",
    ),
    Command(
        "confirm_finding",
        N_("This is a fault in&deed"),
        N_("Confirm this finding: it counts as a fault of the text; once more takes that back"),
        "review",
        before=True,
    ),
    Command(
        "reject_finding",
        N_("The rule is &wrong here"),
        N_("Set this finding aside as a false alarm"),
        "review",
    ),
    Command(
        "mark_fault",
        N_("&Mark a fault…"),
        N_("Add a finding of your own at the selected words"),
        "review",
        "Ctrl+M",
    ),
    Command("show_ignored", N_("What is set a&side…"), N_("List what is ignored, and take it back"), "review"),
    Command(
        "confirm",
        N_("&Confirm and go on"),
        N_("Mark this clause as reviewed and go to the next one that is not"),
        "review",
        "Ctrl+Return",
        "confirm",
        toolbar=N_("Confirm"),
        before=True,
    ),
    Command(
        "finish",
        N_("&Finish this clause"),
        N_("Lock this clause: its text can't be changed until it is reopened"),
        "review",
        "Ctrl+Shift+F",
    ),
    Command(
        "finish_reviewed",
        N_("Finish all re&viewed clauses"),
        N_("Lock every clause that is reviewed and has no critical finding"),
        "review",
    ),
    Command("reopen", N_("&Reopen this clause"), N_("Let this clause be worked on again"), "review"),
    Command(
        "tag",
        N_("&Tag this clause"),
        N_("Find a measure for this clause by typing"),
        "review",
        "Ctrl+T",
        "tag",
        before=True,
    ),
    Command(
        "suggest_tags",
        N_("Measures su&ggested here"),
        N_("Go to what is suggested for this clause; Enter accepts, Delete rejects"),
        "review",
        "Ctrl+Shift+T",
    ),
    Command(
        "accept_all",
        N_("Accept s&uggested measures…"),
        N_("Tag the whole document with every suggestion that is sure enough, in one step"),
        "review",
    ),
    Command(
        "show_taxonomy",
        N_("Ta&xonomy of measures…"),
        N_("Look after the concepts: add, rename, move, retire, merge, load and write"),
        "review",
    ),
    Command(
        "add_term",
        N_("Add a t&erm…"),
        N_("Add a term to your own glossary: what is selected, and its rendering"),
        "review",
        "Ctrl+Shift+Y",
    ),
    Command("add_note", N_("Add a &note"), N_("Write a note at this clause"), "review", "Ctrl+Shift+N"),
    Command(
        "cut_here",
        N_("&Cut the clause here"),
        N_("Cut the clause in two where the caret stands; the other side is cut where it fits"),
        "pairs",
        "Ctrl+Shift+X",
    ),
    Command(
        "cut_sentences",
        N_("Cut into &sentences"),
        N_("Cut the clause into its sentences, each beside the one that says the same"),
        "pairs",
    ),
    Command("join_next", N_("&Join with the next"), N_("Join the clause with the one below"), "pairs", "Ctrl+J"),
    Command(
        "move_up",
        N_("Move &up"),
        N_("Give the first paragraph of this side to the clause above"),
        "pairs",
        "Ctrl+Shift+Up",
        before=True,
    ),
    Command(
        "move_down",
        N_("Move &down"),
        N_("Give the last paragraph of this side to the clause below"),
        "pairs",
        "Ctrl+Shift+Down",
    ),
    Command(
        "part", N_("P&art the two sides"), N_("Part the Chinese from the English"), "pairs", "Ctrl+Shift+B", before=True
    ),
    Command(
        "pair",
        N_("&Pair with…"),
        N_("Pair this clause with another: ask here first, then on the other"),
        "pairs",
        "Ctrl+Shift+G",
    ),
    Command(
        "pair_anew",
        N_("Pair &anew from here on"),
        N_("Pair everything below anew; what was paired by hand and every correction stay"),
        "pairs",
        before=True,
    ),
    Command(
        "is_chinese",
        N_("This text is &Chinese"),
        N_("Of a file in both languages: put the text of this clause on the Chinese side"),
        "pairs",
        before=True,
    ),
    Command(
        "is_english",
        N_("This text is &English"),
        N_("Of a file in both languages: put the text of this clause on the English side"),
        "pairs",
    ),
    Command(
        "show_reading",
        N_("What was &read…"),
        N_("Show what was read of the files, left out and guessed; read them otherwise"),
        "review",
        before=True,
    ),
    Command(
        "filter_clauses",
        N_("&Filter the clauses…"),
        N_("Show only clauses that are as you ask"),
        "view",
        "Ctrl+Shift+L",
        "filter",
        toolbar=N_("Filter"),
    ),
    Command("show_all", N_("Show &all clauses"), N_("Take the filter away"), "view", "Ctrl+Shift+A"),
    Command(
        "show_plan",
        N_("&Targets and duties"),
        N_("What the plan promises, who is to do it and by when"),
        "view",
        "Ctrl+Shift+D",
    ),
    Command(
        "find_section",
        N_("&Go to section…"),
        N_("Look for a section by its number or its words"),
        "view",
        "Ctrl+Shift+O",
    ),
    Command("zoom_in", N_("Larger text"), N_("Make the text larger"), "view", "Ctrl++|Ctrl+=", before=True),
    Command("zoom_out", N_("Smaller text"), N_("Make the text smaller"), "view", "Ctrl+-"),
    Command("zoom_reset", N_("Ordinary text size"), N_("Show the text in its ordinary size"), "view", "Ctrl+0"),
    Command(
        "explain", N_("E&xplain this finding"), N_("What the rule looks for, why it matters, an example"), "help", "F1"
    ),
    Command("show_about", N_("&About Drafter"), N_("Version and licence"), "help"),
)
"""All commands in the order of the menus."""
