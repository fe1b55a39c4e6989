namespace Predictors.Traces.Csv;

/// <summary>The words of a CSV trace.</summary>
internal static class CsvNames
{
    public const string Format = "CSV";

    /// <summary>The names of the columns, in the order of <see cref="CsvColumn"/>, which is the order they are written in.</summary>
    public static readonly string[] Columns =
    [
        "vcpu", "enter_ns", "exit_ns", "arrival_ns", "arrival_basis", "cause", "waker_vcpu", "waker_ns",
        "next_timer_ns", "task_ran", "timer_writes", "state", "window_ns", "after_gap",
        "timer_kind", "armed_vcpu", "armed_ns", "timer_length_ns",
    ];

    /// <summary>The names of the wake causes, in the order of <see cref="Abstractions.WakeCause"/>.</summary>
    public static readonly string[] Causes = ["unknown", "timer", "reschedule-ipi", "other-ipi", "device-interrupt", "remote-store"];

    /// <summary>The words of the column arrival_basis.</summary>
    public static readonly string[] Bases = ["measured", "estimated"];

    /// <summary>The words of the column timer_kind; an empty cell stands for any other timer, or none.</summary>
    public static readonly string[] TimerKinds = ["tick", "relative"];

    public static string Of(CsvColumn column) => Columns[(int)column];
}
