using Predictors.Traces.Csv;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Csv;

public sealed class CsvRefusalTests
{
    private const string AllColumns =
        "vcpu, enter_ns, exit_ns, arrival_ns, arrival_basis, cause, waker_vcpu, waker_ns, next_timer_ns, task_ran, timer_writes, state, window_ns, after_gap, timer_kind, armed_vcpu, armed_ns, timer_length_ns";

    [TestCase("", ": The file holds no line that names the columns.")]
    [TestCase("# a comment\n\n", ": The file holds no line that names the columns.")]
    [TestCase("cpu,enter_ns,exit_ns", $", line 1: The column 'cpu' is not known; the columns are {AllColumns}.")]
    [TestCase("# c\nvcpu,enter_ns", ", line 2: The column 'exit_ns' is missing.")]
    [TestCase("enter_ns,exit_ns", ", line 1: The column 'vcpu' is missing.")]
    [TestCase("vcpu,exit_ns", ", line 1: The column 'enter_ns' is missing.")]
    [TestCase("vcpu,enter_ns,exit_ns,vcpu", ", line 1: The column 'vcpu' is named twice.")]
    [TestCase("vcpu,enter_ns,exit_ns,waker_ns", ", line 1: The column 'waker_ns' needs the column 'waker_vcpu', which is missing.")]
    [TestCase("vcpu,enter_ns,exit_ns,arrival_basis", ", line 1: The column 'arrival_basis' needs the column 'arrival_ns', which is missing.")]
    public void Read_HeaderLineThatIsNone_IsRefused(string text, string expected) => AssertRefused(text, expected);

    [TestCase("0,100", "The row has 2 cells, the header line names 3 columns.")]
    [TestCase("0,100,200,", "The row has 4 cells, the header line names 3 columns.")]
    [TestCase("8192,100,200", "Column 'vcpu': '8192' is not a whole number from 0 to 8191.")]
    [TestCase("4294967295,100,200", "Column 'vcpu': '4294967295' is not a whole number from 0 to 8191.")]
    [TestCase("0,-1,200", "Column 'enter_ns': '-1' is not a whole number from 0 to 4611686018427387903.")]
    [TestCase("0,100, 200", "Column 'exit_ns': ' 200' is not a whole number from 0 to 4611686018427387903.")]
    [TestCase("0,100,2e3", "Column 'exit_ns': '2e3' is not a whole number from 0 to 4611686018427387903.")]
    [TestCase("0,100,4611686018427387904", "Column 'exit_ns': '4611686018427387904' is not a whole number from 0 to 4611686018427387903.")]
    [TestCase("0,100,99999999999999999999999", "Column 'exit_ns': '99999999999999999999999' is not a whole number from 0 to 4611686018427387903.")]
    [TestCase("0,100,", "Column 'exit_ns': the cell is empty; it must be a whole number from 0 to 4611686018427387903.")]
    [TestCase("0,100,99", "Column 'exit_ns': 99 lies before enter_ns, 100.")]
    [TestCase("\"0\",100,200", "Column 'vcpu': '\"0\"' is not a whole number from 0 to 8191.")]
    public void Read_RowThatIsNone_IsRefused(string row, string expected) =>
        AssertRefused($"vcpu,enter_ns,exit_ns\n{row}\n", $", line 2: {expected}");

    [TestCase("arrival_ns", "99", "Column 'arrival_ns': 99 is not between enter_ns, 100, and exit_ns, 200.")]
    [TestCase("arrival_ns", "201", "Column 'arrival_ns': 201 is not between enter_ns, 100, and exit_ns, 200.")]
    [TestCase("arrival_ns,arrival_basis", "150,", "Column 'arrival_basis': the cell is empty although arrival_ns is 150; it must be one of measured, estimated.")]
    [TestCase("arrival_ns,arrival_basis", ",measured", "Column 'arrival_basis': the cell is filled although arrival_ns is empty.")]
    [TestCase("arrival_ns,arrival_basis", "150,guessed", "Column 'arrival_basis': 'guessed' is not one of measured, estimated.")]
    [TestCase("cause", "Timer", "Column 'cause': 'Timer' is not one of unknown, timer, reschedule-ipi, other-ipi, device-interrupt, remote-store.")]
    [TestCase("task_ran", "2", "Column 'task_ran': '2' is not a whole number from 0 to 1.")]
    [TestCase("timer_writes", "", "Column 'timer_writes': the cell is empty; it must be a whole number from 0 to 2147483647.")]
    [TestCase("state", "2147483648", "Column 'state': '2147483648' is not a whole number from 0 to 2147483647.")]
    [TestCase("window_ns", "9223372036854775808", "Column 'window_ns': '9223372036854775808' is not a whole number from 0 to 9223372036854775807.")]
    public void Read_OptionalCellThatIsNone_IsRefused(string columns, string cells, string expected) =>
        AssertRefused($"vcpu,enter_ns,exit_ns,{columns}\n0,100,200,{cells}\n", $", line 2: {expected}");

    [Test]
    public void Read_RowsOfAVcpuOutOfOrder_AreRefused() => AssertRefused(
        "vcpu,enter_ns,exit_ns\n5,100,200\n6,50,60\n5,199,300\n",
        ", line 4: Column 'enter_ns': 199 lies before 200, the exit_ns of vCPU 5's row before.");

    [Test]
    public void Read_LineThatIsTooLong_IsRefused() => AssertRefused(
        $"vcpu,enter_ns,exit_ns\n{new string('1', TraceLimits.MaxLineBytes + 1)}\n", ", line 2: The line is longer than 65536 bytes.");

    [TestCase("source_sha256=12", "Comment 'source_sha256': it must be 64 lower-case hexadecimal digits.")]
    [TestCase("first_ns=soon", "Comment 'first_ns': it must be a whole number from 0 to 4611686018427387903.")]
    [TestCase("vcpus=0,8192", "Comment 'vcpus': it must be a list such as 0,1,5 of numbers from 0 to 8191.")]
    public void Read_CommentThatIsWrong_IsRefused(string comment, string expected) =>
        AssertRefused($"# {comment}\nvcpu,enter_ns,exit_ns\n", $", line 1: {expected}");

    [Test]
    public void Read_CommentTwice_IsRefused() => AssertRefused(
        "# clock=mono\n# clock=tai\nvcpu,enter_ns,exit_ns\n", ", line 2: Comment 'clock': it is there twice.");

    [Test]
    public void Read_ClockAfterTheHeaderLine_IsRefused() => AssertRefused(
        "vcpu,enter_ns,exit_ns\n# clock=tai\n", ", line 2: Comment 'clock': it must stand before the line that names the columns.");

    [Test]
    public void Read_RowsOutsideOfTheComments_AreRefused() => AssertRefused(
        "# first_ns=101\nvcpu,enter_ns,exit_ns\n0,100,200\n",
        ", line 3: The comments give the trace from 101 to 200 ns, its rows go from 100 to 200 ns.");

    private static void AssertRefused(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bad.csv", text);

        Assert.That(
            () =>
            {
                using var reader = new CsvTraceReader(path, "");
                RowReader.ReadAll(reader);
            },
            Throws.InstanceOf<TraceFormatException>().With.Message.EqualTo(path + expected));
    }
}
