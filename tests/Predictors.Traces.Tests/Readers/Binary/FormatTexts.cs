namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Descriptions as a kernel writes them.</summary>
internal static class FormatTexts
{
    private const string Common =
        "\tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;\n"
        + "\tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;\n"
        + "\tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;\n"
        + "\tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;\n\n";

    public static string Page(int wordBytes) =>
        "\tfield: u64 timestamp;\toffset:0;\tsize:8;\tsigned:0;\n"
        + $"\tfield: local_t commit;\toffset:8;\tsize:{wordBytes};\tsigned:1;\n"
        + "\tfield: int overwrite;\toffset:8;\tsize:1;\tsigned:1;\n"
        + $"\tfield: char data;\toffset:{8 + wordBytes};\tsize:4080;\tsigned:0;\n";

    public static string CpuIdle { get; } = Event("cpu_idle", 155, "u32 state:8:4:0", "u32 cpu_id:12:4:0")
        + "print fmt: \"state=%lu field: cpu_id=%lu\", (unsigned long)REC->state, (unsigned long)REC->cpu_id\n";

    public static string SchedSwitch { get; } = Event(
        "sched_switch", 95, "char prev_comm[16]:8:16:0", "pid_t prev_pid:24:4:1", "int prev_prio:28:4:1", "long prev_state:32:8:1",
        "char next_comm[16]:40:16:0", "pid_t next_pid:56:4:1", "int next_prio:60:4:1");

    public static string IrqHandlerEntry { get; } = Event("irq_handler_entry", 225, "int irq:8:4:1", "__data_loc char[] name:12:4:0");

    public static string IrqHandlerEntryRelative { get; } = Event("irq_handler_entry", 225, "int irq:8:4:1", "__rel_loc char[] name:12:4:0");

    /// <summary>A description; each field is <c>TYPE NAME:OFFSET:SIZE:SIGNED</c>.</summary>
    public static string Event(string name, int id, params string[] fields) =>
        $"name: {name}\nID: {id}\nformat:\n{Common}"
        + string.Concat(fields.Select(f => f.Split(':')).Select(f => $"\tfield:{f[0]};\toffset:{f[1]};\tsize:{f[2]};\tsigned:{f[3]};\n"))
        + "\n";
}
