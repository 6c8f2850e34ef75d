"""Word lists that tell names from titles: common knowledge, put down by hand for this project (CC0).

`GIVEN` holds frequent given names of many languages, `SURNAMES` frequent family names, `TITLE_WORDS` words that stand
in titles of works and lectures and hardly ever in names, `STOP_WORDS` the small words of running text.
A word may be in two lists ("Long", "Song", "Young"); whoever asks weighs both.
"""

from __future__ import annotations

from typing import Final


def _read(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS: Final = _read(
    """
    a an the of for with without to in into on onto at from by via using through towards toward under over between
    among within across about against as is are was were be been being can could should would will may might must do
    does did doesn't don't not no nor or but if then than that this these those there their its it our your his her
    my we you they who whom whose what which when where why how all any some each every more most much many few less
    least other such only own same so too very just also both either neither while during before after again further
    once here up down out off because until beyond along per vs versus et al and its it's let's read reading
    readings see please present presents presented discuss discussion due class lecture week chapter für mit ohne
    über und oder eine einer einem der-die-das pour avec dans sur aux une les par sans con para por una
    """
) - {"may", "will"}

# Words that no name holds, even with a capital: "You", "Do", "He", "In" are names of people.
STOP_CAPITALS: Final = _read(
    """
    A The Of For And With From To By On At Is Are Was Were Be How What Why When Where Which Who This That These
    Those Its Our Your Their Using Via Into Onto Towards Toward Under Between Through Against Without About As Not
    Don't Or But If Than It We They All Any Every Each Read Reading Readings Discuss Discussion Presents Presented
    Class Lecture Week Chapter Intro Introduction
    """
)

GIVEN: Final = _read(
    """
    Aaron Abdul Abdullah Abel Abhinav Abhishek Abigail Abraham Ada Adam Adams Adele Adhiguna Aditya Adrian Adriana
    Agnes Ahmad Ahmed Aidan Akash Akhil Akira Akshat Akshay Alain Alan Albert Alberto Alec Alejandro Aleksander
    Aleksandar Alessandro Alex Alexa Alexander Alexandra Alexandre Alexandros Alexei Alexey Alexia Alfonso Alfred
    Alfredo Ali Alice Alicia Alina Alison Allan Allen Allison Alon Alvin Alyssa Amanda Amar Amber Amelia Amin Amir
    Amit Amos Amr Amy Ana Anand Anastasia Andre Andrea Andreas Andrei Andrej Andrés Andrew Andrey Andy Angel Angela
    Angelina Anil Anita Anjali Ankit Ankur Ann Anna Anne Annie Anthony Antoine Anton Antonio Antonios Antony April
    Aravind Ariel Arjun Armando Arnaud Arnold Art Arthur Artem Arun Arvind Asaf Ashish Ashley Ashok Ashwin Asim
    Astrid Athena Aubrey August Austin Avi Avery Aviv Axel Ayush Barbara Barry Bart Beatrice Ben Benedict Benjamin
    Bernard Bernhard Bernd Bert Beth Betty Beverly Bharath Bilal Bill Billy Björn Blake Bob Bobby Bogdan Boris Brad
    Bradford Bradley Brandon Brenda Brendan Brent Brett Brian Bridget Brooke Bruce Bruno Bryan Bryant Butler Byron
    Caitlin Caleb Calvin Cameron Camille Carl Carla Carlo Carlos Carmen Carol Carole Carolina Caroline Catherine
    Cathy Cecilia Cesar Chad Chandra Charles Charlie Charlotte Chelsea Chen Cheryl Chester Chiara Chloe Chris
    Christian Christina Christine Christoph Christophe Christopher Christos Chuck Cindy Claire Clara Clark Claude
    Claudia Claudio Clay Clayton Clément Cliff Clifford Cody Colby Colin Connelly Connor Conor Conrad Corey Cory
    Costin Craig Cristian Cristina Curtis Cynthia Dale Dalia Damian Damien Dan Dana Daniel Daniela Danielle Danny
    Daphne Darren Darius Dario Dave David Dawn Dawson Dean Debbie Deborah Deepak Denis Denise Dennis Derek Devin
    Diana Diane Diego Dieter Dietmar Dimitri Dimitris Dina Dinesh Dirk Dmitri Dmitry Dolores Dominic Dominik Don
    Donald Donna Doris Dorothy Doug Douglas Drew Duncan Dustin Dylan Earl Ebrahim Ed Eddie Eddy Eden Edgar Edith
    Edmund Eduard Eduardo Edward Edwin Efe Eileen Elad Elaine Eleanor Elena Eli Elias Elie Elijah Elisa Elisabeth
    Eliza Elizabeth Ella Ellen Elliot Elliott Elmar Elsa Emanuel Emanuele Emery Emil Emile Emilia Emilie Emilio
    Emily Emin Emma Emmanuel Emmett Enrico Enrique Eran Eri Eric Erica Erich Erik Erika Ernest Ernesto Erwin Esteban
    Esther Ethan Eugene Eugenio Eva Evan Evangelos Eve Evelyn Eyal Ezra Fabian Fabio Fabrice Faith Fatima Federico
    Felipe Felix Ferdinand Fernando Filip Filipe Fiodar Fiona Flora Florence Florian Forrest Frances Francesca
    Francesco Francis Francisco Franck Francois François Frank Franz Fred Freddy Frederic Frédéric Frederick Fredrik
    Friedrich Gabe Gabriel Gabriela Gabriele Gagan Galen Garrett Garth Gary Gaurav Gavin Geert Geoff Geoffrey George
    Georg Georges Georgios Gerald Gerard Gerhard Gert Gideon Gil Gilbert Gilles Gina Giorgio Giovanni Giulia
    Giuseppe Glen Glenn Gloria Gonzalo Gordon Grace Graham Grant Greg Gregor Gregory Greta Guido Guillaume Guillermo
    Gunnar Gustav Gustavo Guy Hadi Hal Haley Hamed Hamid Hank Hanna Hannah Hannes Hans Hari Harish Harold Harrison
    Harry Harsh Harsha Harvey Hasan Hassan Heather Hector Heidi Heiko Helen Helena Helga Helmut Hendrik Henk Henning
    Henri Henrik Henry Herbert Herman Hermann Hideo Hillary Hiroshi Holger Holly Howard Hubert Hugh Hugo Hussein Ian
    Ibrahim Ida Idit Ignacio Igor Ihor Ilya Imran Ines Inês Ingo Ingrid Ion Irene Irina Iris Isaac Isabel Isabella
    Isabelle Ivan Jack Jackie Jackson Jacob Jacqueline Jacques Jaime Jake Jakob Jakub James Jamie Jan Jana Jane
    Janet Janice Jared Jason Jasper Javier Jay Jayashree Jayesh Jean Jeanne Jeff Jeffery Jeffrey Jelena Jen Jennifer
    Jenny Jens Jeremiah Jeremy Jerome Jérôme Jerry Jesse Jessica Jesus Jesús Jill Jim Jimmy Joachim Joan Joana
    Joanna Joanne João Joao Jochen Jodie Joe Joel Joelle Johan Johann Johanna Johannes John Johnny Johnson Jon Jonas
    Jonathan Jonathon Joost Jordan Jorge Jörg José Jose Josef Joseph Josep Josh Joshua Josiah Joyce Juan Juanita
    Judith Judy Juergen Jürgen Jules Julia Julian Juliana Julie Julien Juliet Julio Julius June Junaid Justin
    Justine Jyothi Kai Kanak Kareem Karen Karim Karin Karina Karl Karthik Kartik Kasper Kate Katharina Katherine
    Kathleen Kathryn Kathy Katie Katrin Kay Keith Kelly Kelvin Ken Kendall Kenji Kenneth Kenny Kent Kerry Kevin
    Khaled Khalid Kim Kimberly Kiran Kirk Kirill Kirsten Klaus Konrad Konstantin Konstantinos Kostas Kris Krishna
    Kristen Kristin Kristina Kristof Krzysztof Kshiteej Kumar Kurt Kyle Kylie Lalith Lampros Lara Larry Lars Laura
    Lauren Laurence Laurent Laurie Lawrence Lea Leah Lee Leif Leila Len Lena Leo Leon Leonard Leonardo Leonid
    Leonidas Leonie Leslie Lester Levi Lewis Liam Lidia Lili Lillian Lily Lina Linda Lindsay Lindsey Linus Lionel
    Lisa Liz Lloyd Lois Lorenzo Louis Louise Luca Lucas Lucia Luciano Lucy Ludwig Luigi Luis Luís Luisa Luiz Luka
    Lukas Łukasz Lukasz Luke Luna Lydia Lynn Maciej Madeline Madison Magnus Mahdi Mahesh Mahmoud Mahmut Maja Malcolm
    Malte Manaal Manish Manoj Manuel Manuela Manya Marc Marcel Marcelo Marcin Marco Marcos Marcus Marek Margaret
    Margo Maria María Marian Marianne Marie Marina Mario Marion Marisa Marius Mariusz Marjorie Mark Markus Marlene
    Marsha Marta Martha Martin Martín Martina Marty Marvin Mary Masahiro Masaru Mateo Matei Mathew Mathias Mathieu
    Mats Matt Matteo Matthai Matthew Matthias Matthieu Maureen Mauricio Maurice Maurizio Max Maxim Maxime Maximilian
    Maximilien Maxwell May Maya Mayank Md Megan Meghan Mehdi Mehmet Meinolf Melanie Melissa Mendel Merlin Merve
    Michael Michal Michał Michel Michele Michèle Michelle Miguel Mihai Mihir Mika Mike Mikhail Milan Milena Milind
    Milos Min Mira Miranda Miriam Miroslav Misha Mitchell Mladen Mohamed Mohamad Mohammad Mohammed Mohan Mohit
    Moinuddin Moises Mona Monica Monika Morgan Moritz Mosharaf Moshe Mostafa Mostofa Muhammad Murali Murat Mustafa
    Myles Nadia Nadine Nagarajan Naman Nan Nancy Nandita Naomi Nasir Nate Natalia Natalie Natasha Nathan Nathaniel
    Naveen Navin Neal Neeraja Neha Neil Nelson Nicholas Nick Nickolai Nico Nicola Nicolas Nicole Nigel Nihar Nikhil
    Niki Nikita Niklas Nikola Nikolai Nikolaos Nils Nima Nina Nipun Nir Niraj Nitin Noah Noam Noel Nora Norbert
    Norman Nuno Octavio Oded Oleg Oleksandr Olga Oliver Olivia Olivier Olli Olof Omar Omer Omid Onur Oren Orestis
    Oriol Oscar Oskar Otto Owen Pablo Pallavi Pam Pamela Panos Paolo Parker Parveen Pascal Pat Patricia Patrick
    Patrik Patty Paul Paula Paulo Pavel Pavol Pawel Paweł Pedro Peggy Penelope Penny Per Percy Perry Pete Peter Petr
    Petra Phil Philip Philipp Philippe Phillip Phoebe Pierre Pieter Pietro Piotr Piyush Polina Pooja Prabal
    Prabhakar Pradeep Prakash Pranav Prasad Prashant Prateek Pratyush Prisca Priya Priyanka Przemyslaw Quentin Quinn
    Quoc Rachel Rachit Radu Raffaele Raghav Raghu Rahul Raj Rajat Rajeev Rajesh Rajiv Ralf Ralph Ram Rama Ramesh
    Ramin Ramon Ramya Rana Randal Randall Randy Ranjita Raphael Rashid Raul Ravi Ray Raymond Rebecca Rebekah Reed
    Reginald Reid Reinhard Remi Rémi Rémy Rene René Renee Renato Reuben Rex Reza Ricardo Riccardo Rich Richard Rick
    Ricky Riley Rishabh Rishi Rita Ritik Rob Robbert Robert Roberta Roberto Robin Rod Roderick Rodney Rodrigo Roger
    Rohan Rohit Roland Rolf Romain Roman Romil Ron Ronald Ronan Ronnie Rosa Rosalind Rose Ross Roxana Roy Ruben Ruby
    Rudolf Rui Rupert Russ Russell Ruth Ryan Saar Sabine Sabrina Sachin Sadia Saeed Sagar Sahil Said Salim Sally
    Salman Salvatore Sam Samantha Samer Samir Sampo Samuel Samyam Sandeep Sandra Sandro Sandy Sangeetha Sanjay
    Sanjeev Sanjit Santiago Santosh Sara Sarah Sasha Sasank Satish Satya Scott Sean Sebastian Sébastien Sebastien
    Selin Serena Serge Sergei Sergey Sergio Seth Shane Shannon Sharon Shashank Shaun Shawn Sheila Shelby Shelly
    Sheryl Shilpa Shimon Shirley Shivani Shivaram Shiv Shreya Shruti Shubham Shwetak Siddharth Sidney Siegfried
    Silvia Silvio Simon Simona Simone Sina Sinan Siva Sofia Sofie Solomon Sonia Sonja Sophia Sophie Soumith Sreeram
    Srikanth Srinath Srinivas Stacey Stacy Stan Stanislav Stanley Stefan Stefania Stefano Steffen Stella Stephan
    Stephanie Stéphane Stephen Steve Steven Stewart Stuart Subhash Sudhanshu Sudip Suhas Sumit Sunil Suresh Surya
    Susan Susana Susanna Susanne Suzanne Sven Swati Sylvain Sylvia Sylvie Taylor Tadayoshi Takashi Takeshi Tamar
    Tamara Tammy Tanay Tanya Tara Tatiana Ted Terence Teresa Terrence Terry Tess Thaddeus Thanh Theo Theodore
    Theodoros Theresa Thierry Thomas Thorsten Tianqi Tiago Tiffany Tim Timo Timothy Tina Tobias Toby Todd Tom Tomas
    Tomás Tomáš Tomasz Tommaso Tommy Toni Tony Torsten Tracy Travis Trevor Tricia Trinabh Trishul Tristan Troy Tuan
    Tyler Udit Ugo Uli Ulrich Ulrike Umar Umesh Urs Ursula Usman Uwe Vadim Valentin Valeria Valerie Valerio Vanessa
    Vasily Vasudev Vera Vernon Veronica Vicki Victor Victoria Vidya Vignesh Vijay Vikas Vikram Viktor Vin Vinay
    Vince Vincent Vincenzo Vinod Vint Virginia Vishal Vishnu Vitaly Vivek Vivian Vlad Vladimir Volker Waleed Walter
    Wanda Warren Wayne Wendy Werner Wes Wesley Wilfried Wilhelm Will Willem William Willie Willy Wilson Winston
    Wojciech Wolfgang Wyatt Xavier Yael Yael Yair Yan Yann Yannis Yaron Yasmin Yasushi Yehuda Yiannis Yoav Yogesh
    Yolanda Yonatan Yong Yoram Yosef Yoshua Yossi Younes Youssef Yuri Yuriy Yury Yusuke Yusuf Yutaka Yves Yvonne
    Zach Zachary Zack Zaid Zain Zoe Zoltan Zoltán Zvi Zongheng Alyosha Aakash Aarav Ananya Aniket Anirudh Anish
    Ankita Anmol Ansh Anshul Anusha Apoorv Archana Arnav Ashutosh Atul Bhavya Chaitanya Chirag Deepika Devansh Dhruv
    Divya Divyansh Gagandeep Gautam Geeta Gopal Govind Hardik Harpreet Hemant Ishaan Ishan Jatin Jyoti Kabir Kalyan
    Karan Kavita Kavya Keshav Kunal Lakshmi Lokesh Madan Madhav Madhu Manav Mayur Meera Meghna Mohini Mukesh Mukund
    Nandini Naresh Navya Nidhi Nikhita Nisha Nishant Nitish Niyati Om Palak Parag Parth Pavan Piyali Prachi Pramod
    Pranshu Pratik Preeti Prem Puneet Pushpak Radha Raghavan Rajan Rajendra Rajkumar Rakesh Ramachandran Ranjan
    Rashmi Ravindra Reema Rekha Renu Ritu Ritesh Rohini Roshan Ruchi Sachi Saket Sameer Samarth Sandhya Sanjana
    Sarthak Satyam Saurabh Shalini Shantanu Sharad Shashi Shikha Shivam Shoaib Shoumik Shweta Siddhartha Sneha Soham
    Somya Sonal Srinidhi Sriram Subramanian Suchi Sudhir Sujata Suman Sumeet Sunita Surabhi Sushil Swapnil Swarup
    Tanmay Tanvi Tarun Tejas Uday Ujjwal Utkarsh Vaibhav Varun Vasu Ved Venkat Venkatesh Vibhav Vidhya Vineet Vipul
    Viraj Virendra Vishwa Yash Yashas
    """
)

SURNAMES: Final = _read(
    """
    Abadi Abbott Abe Abdelfattah Abraham Acharya Adams Agarwal Agrawal Aguilar Aguilera Ahmad Ahmed Ahn Aiken Akella
    Akhtar Ali Allen Alvarez Anand Andersen Anderson Andersson Anh Arora Arpaci-Dusseau Asanovic Avestimehr Ba Bach
    Bae Baek Bailey Bailis Baker Bakshi Balakrishnan Ball Banerjee Banerji Bao Barham Barker Barnes Baskaran Basu
    Batra Bauer Becker Bell Bengio Bennett Berg Berger Bernstein Bhagwan Bhardwaj Bhatia Bhatt Bhattacharya
    Bhattacharyya Bian Bianchini Bird Black Blelloch Bond Borg Bose Bosshart Boyd Bradbury Brewer Brooks Brown
    Bryant Buck Bugnion Burns Burrows Bush Byun Cafarella Cai Callaghan Campbell Cao Carbin Carlini Carlson
    Carpenter Carter Casado Casper Castro Catanzaro Ceze Cha Chae Chai Chakraborty Chamberlin Chan Chandra Chang
    Chanan Chao Chatterjee Chaudhary Chaudhuri Chauhan Chawla Che Chen Cheng Cheriton Cheung Chi Chia Chiang Chien
    Chilimbi Chin Chintala Chiou Cho Choe Choi Chong Chopra Chou Choudhary Choudhury Chow Chowdhury Christensen Chu
    Chua Chun Chung Clark Clarke Clements Cohen Cohn Cole Coleman Collins Cook Cooper Corbett Costa Cox Crankshaw
    Cruz Cui Culler Cunningham Dai Dally Dang Das Dasgupta Datta Davidson Davies Davis De Dean Deng Desai Deshpande
    Devanur Devlin Dey Diaz Díaz Dietterich Dill Ding Dinh Do Dong Donnelly Du Dua Duan Duke Duong Dutta Dwork Dwyer
    Dyer Edwards Efros Eide Ellis Engler Erez Evans Fan Fang Farhadi Fei Felten Feng Fernandes Fernandez Fernández
    Ferrari Ferreira Fischer Fisher Fleming Fonseca Ford Foster Fox Franklin Fraser Freedman Friedman Fu Fujita Gao
    Ganger Garcia García Garg Ge Geambasu Gehrke George Ghahramani Ghemawat Ghodsi Ghosh Gibbons Gibson Gifford Gill
    Godfrey Goel Goldberg Goldstein Gomez Gómez Gong Gonzalez González Goodfellow Gordon Govindan Goyal Graham Gray
    Green Greenberg Griffin Gross Grossman Gruber Gu Guan Guestrin Guo Gupta Gutierrez Ha Haas Hall Hamilton Han
    Hand Hansen Hanson Hao Harchol-Balter Harris Harrison Hasan Hashemi Hassan Hayes He Hellerstein Henderson
    Hernandez Hernández Herlihy Hill Hinton Ho Hoang Hoefler Hoffman Hoffmann Hong Horowitz Horvitz Hou Howard Hsiao
    Hsieh Hsu Hu Hua Huang Hughes Hui Hung Hunt Huo Hussain Hutchinson Huynh Hwang Im Ioannidis Ito Iyer Jackson
    Jacobs Jacobsen Jacobson Jaffe Jain James Jang Jansen Jensen Jeon Jeong Jha Ji Jia Jiang Jiao Jin Jing Johansson
    John Johnson Jones Jordan Joseph Joshi Ju Jun Jung Jurafsky Kaashoek Kahn Kaiser Kamil Kang Kannan Kao Kapoor
    Kapur Karger Karp Karpathy Katti Katz Kaufman Kaufmann Kaur Kawaguchi Ke Keller Kelly Kennedy Keshav Keutzer
    Khan Khandelwal Khanna Khosla Kim King Klein Kleinberg Knight Knowles Knuth Ko Kobayashi Koehn Kohler Kohno
    Koller Kolter Koltun Kong Koo Kozyrakis Kraft Kraska Krause Krishnamurthy Krishnan Krizhevsky Kubiatowicz
    Kulkarni Kumar Kundu Kung Kuo Kurose Kwak Kwatra Kwon Lai Lam Lamport Lampson Lan Lang Larson Larus Lau Lauer
    Lavoie Law Lawrence Le Lê LeCun Lee Leiserson Leskovec Leung Levin Levine Levis Levy Lewis Li Liang Liao Lim Lin
    Ling Lipton Liskov Littman Liu Livshits Lloyd Lo Long Lopez López Lou Lu Lü Lui Luo Lv Lynch Ma MacDonald Mace
    Mach Madden Mahajan Mai Maier Malik Manning Mao Marcus Markov Martin Martinez Martínez Martins Mason Mathew
    Matsuda Matsumoto Matthews Mattson Mayer Mazières McAuley McCarthy McCallum McKenney McKeown McKusick McMahan
    McMillan Mehta Mei Mendoza Meng Meyer Miao Miller Mills Milojicic Min Mirhoseini Mishra Misra Mitchell Mitra
    Mittal Mo Modi Mohan Mohri Molina Moore Morales Moreau Moreno Morgan Moritz Morris Morrison Moses Mozer Mu
    Mukherjee Muller Müller Murphy Murray Murthy Musuvathi Myers Na Nagarajan Naik Nair Nakamura Nam Narayan
    Narayanan Narayanaswamy Nath Naughton Nelson Neubig Neumann Newman Ng Ngo Nguyen Ni Nielsen Nieh Ning Noh Novak
    O'Brien O'Connor O'Neil O'Neill O'Toole Oh Olsen Olston Olukotun Ong Ongaro Ooi Ortiz Osborne Ou Ousterhout
    Ouyang Özsu Padua Paek Pal Palmer Pan Panda Pandey Pang Papadimitriou Parikh Park Parker Parmar Pascanu Passos
    Patel Patil Patterson Pavlo Pei Peng Pereira Perez Pérez Perry Peters Peterson Petersen Petrov Pham Phan
    Phanishayee Phillips Pinto Polyzotis Popa Powell Prabhakaran Prabhu Prasad Pratt Price Qi Qian Qiao Qin Qiu Qu
    Quan Rabinovich Raghavan Raghunathan Rahman Rajamani Rajan Rajbhandari Raman Ramachandran Ramakrishnan
    Ramamurthy Raman Ramanathan Ramesh Ramirez Ramos Ranganathan Rao Rashid Rasley Rastegari Ratnasamy Ravi Ré Recht
    Reddy Redmon Reed Ren Rexford Reyes Reynolds Rhee Ribeiro Rice Richardson Rinard Rivera Rivest Roberts Robinson
    Rodrigues Rodriguez Rodríguez Rogers Romero Rong Rose Rosen Rosenblum Ross Rossi Rostamizadeh Roy Rubin Rudin
    Ruiz Rush Russell Ruwase Ryan Ryu Saha Sahai Sahni Saltzer Salakhutdinov Sanchez Sánchez Sanders Santos Sarkar
    Sato Satyanarayanan Savage Saxena Schapire Schmidt Schmidhuber Schneider Scholkopf Schölkopf Schroeder Schulman
    Schulz Schulze Schuster Schwartz Schwarz Scott Sculley Sedgewick Sen Seo Seshadri Seshia Seth Shah Shan Shang
    Shankar Shao Shapiro Sharma Shaw Shazeer Shen Shenker Shi Shih Shim Shimizu Shin Shoeybi Shu Siddiqui Silva
    Simon Simonyan Singh Singhal Singhvi Sinha Sirer Sivaraman Sivathanu Smith Smola Snavely Snoek So Sohn Son Song
    Sontag Sra Srinivasan Srivastava Stark Steiner Stevens Stewart Stoica Stone Stonebraker Strauss Stutsman Su
    Subramanian Suh Sui Sullivan Sun Sundararajan Sung Suresh Sutskever Sutton Suzuki Swartz Sze Szegedy Szekely
    Takahashi Talwalkar Tambe Tan Tanaka Tanenbaum Tang Tao Tardos Taylor Tegmark Tejani Teng Thakur Thekkath Thomas
    Thompson Thrun Tian Tibshirani Tieu Tiwari Ton Tong Torralba Torres Torvalds Tran Trippel Tsai Tsang Tsao Tse Tu
    Tucker Tung Turner Tyagi Ullman Upadhyay Vahdat Valiant Van Vapnik Varghese Vargas Varma Vasilache Vaswani
    Vazirani Venkatakrishnan Venkataraman Verma Vetter Vigfusson Vinyals Vishwanath Vo Vu Wagner Wainwright
    Waldspurger Walfish Walker Wallach Walsh Wan Wang Ward Warden Warfield Watson Watanabe Webb Weber Wei Weihl
    Weikum Weimer Wen Weng Werner West Weston Wetherall White Wicke Widom Wilkes Williams Willsey Wilson Wing
    Winograd Winstein Wolf Wolpert Wong Woo Wood Woods Wright Wu Xi Xia Xiang Xiao Xie Xin Xing Xiong Xu Xue Yadav
    Yadwadkar Yamada Yamaguchi Yamamoto Yan Yang Yao Yap Yates Yazdani Ye Yen Yi Yildirim Yilmaz Yin Ying Yoo Yoon
    You Young Yu Yuan Yue Yun Zaharia Zaremba Zeldovich Zeng Zettlemoyer Zha Zhai Zhan Zhang Zhao Zhen Zheng Zhong
    Zhou Zhu Zhuang Zhuo Zimmerman Zimmermann Zou Zuo
    """
)

TITLE_WORDS: Final = _read(
    """
    abstraction abstractions accelerate accelerated accelerating acceleration accelerator accelerators access
    accurate accuracy achieving action active adaptation adaptive adding advanced advances adversarial agent agents
    ai algebra algorithm algorithms aligned allocation alternative analysis analytical analytics analyzing android
    answer answering api apis app application applications applied approach approaches approximate approximation
    architectural architecture architectures array arrays art artificial aspects assignment assisted async
    asynchronous attack attacks attention auto autoencoders automated automatic automatically automating automation
    autonomous autoscaling aware awareness background backpropagation balanced balancing bandit bandits base based
    basic basics batch batching bayesian behavior benchmark benchmarking benchmarks beyond bias bidirectional big
    billion binary blockchain boosting bootstrapping bottleneck break breaking brief budget bug bugs build building
    byzantine cache caches caching calibration canceled cancelled case cellular challenge challenges change
    characterization characterizing checking checkpoint checkpointing chip choice classification classifier client
    clients cloud clouds cluster clustering clusters code coding collaborative collective combining common
    communication communications compact compilation compiler compilers compiling complex complexity composition
    compressed compressing compression computation computational computations compute computer computers computing
    concept concepts concurrency concurrent conference configuration congestion connected consensus consistency
    consistent construction container containers content context continuous contrastive control controlled
    convergence conversational convex convolution convolutional cooperative coordinated coordination core cores
    correctness cost costs course cpu cpus crash creating critical crowd crypto cryptography curriculum custom cyber
    data database databases dataflow dataset datasets datacenter datacenters deadline deadlock debt debugging
    decentralized decision declarative decoding decomposition deduction deep defense definition delay delivering
    delta demand democratizing demystifying dense density dependable deployment deploying describing description
    design designing detecting detection deterministic developing development device devices diagnosis
    differentiable differential differentiation diffusion digital dimensional dimensionality direct directed
    discovering discovery discrete disaggregated disk dissecting distance distillation distilled distributed
    distribution diversity dnn dnns document domain dropout dual dynamic dynamics early economics economy edge
    editing effect effective effects efficiency efficient efficiently elastic embedding embeddings empirical enable
    enabled enabling encoder encoding end energy engine engineering enhanced ensemble enterprise entropy environment
    environments error errors estimation ethereum ethics evaluating evaluation event events evolution evolutionary
    evolving exam example examples exascale execution expansion experience experiences experiment experiments expert
    experts explainable explaining exploiting exploration exploring exponential expressive extending extensible
    external extraction extreme eyes face factorization failure failures fair fairness fast faster fault faults
    feature features federated feedback few fields file files final finding fine first fixed flash flexible flow
    flows forward foundation foundations fragmentation framework frameworks frequency frontier full function
    functional functions fundamental fundamentals fused fusion future fuzzing game games gans gaussian general
    generalization generalized generated generating generation generative generic genetic geometric getting global
    goals good google gpu gpus gradient gradients grained grammar grammars graph graphical graphs great greedy green
    grid group grouping guarantees guide guided guiding hand hardware hash hashing heap heterogeneity heterogeneous
    hidden hierarchical hierarchies high highly history holiday holistic homework homomorphic hot human hybrid
    hyperparameter ideas identification identifying illusion image images imitation impact implementation
    implementations implementing implications implicit importance improved improvement improvements improving
    independent index indexing induction inference information infrastructure initialization input insights instance
    instruction integer integrated integration integrity intel intelligence intelligent interaction interactive
    interconnect interface interfaces interference intermediate internal internet interpretability interpretable
    interpretation interpreter intro introducing introduction inverse investigating io isolation issues iterative
    java javascript job jobs joint jointly kernel kernels key knowledge lab labs lambda language languages large
    latency latent law laws layer layers leak leakage leakages learned learning leases lecture lessons lets level
    levels leveraging library life lifting light lightweight like limitations limits linear linearizability link
    linux list lists live llm llms load local locality localization lock locking locks log logging logic logical
    logistic logs long loop loops loss low lower lstm machine machines magic main making malware management managing
    manager many map mapping mapreduce market markets markov masses massive massively matching math mathematical
    mathematics matrices matrix maximization maximizing meaning measurement measurements measures measuring
    mechanism mechanisms media meeting memory merge message messaging meta method methodology methods metric metrics
    micro microservices midterm migration million min minimal minimization minimizing minimum mining mitigating
    mixed mixing mixture ml mobile mobility modal mode model modeling modelling models modern modular module
    monetary monitoring monolithic motion multi multicore multilingual multimodal multiple multiplication multitask
    music naive native natural near negative net nets network networked networking networks neural next node nodes
    noise noisy nonlinear norm normalization normalized note notes novel numa nvme object objects observability
    obstacles offline offloading online open opening operating operation operations operator operators opportunities
    optical optimal optimality optimistic optimization optimizations optimized optimizer optimizers optimizing
    option order orchestration organization orthogonal outlook output outsourcing overhead overlap overview page
    pages paging painting panel paper papers paradigm parallel parallelism parallelization parallelizing parameter
    parameters parsing part partial partition partitioned partitioning passing path paths pattern patterns paxos
    peer people perception performance performant persistence persistent personal personalized perspective
    perspectives phase physical pipeline pipelined pipelines pipelining pitfalls pixel placement planning platform
    platforms point pointer pointers policies policy pool pooling portable power practical practice practices
    precision predictable predicting prediction predictions predictive preemptive preliminary preprocessing
    presentation presentations pretrained pretraining preventing primal primer primitive primitives principle
    principled principles priority privacy private probabilistic probability problem problems procedural process
    processes processing processor processors production profiling program programmable programmer programming
    programs progress progressive project projects promise proof proofs proposal protection protocol protocols
    provable proving provisioning proximal pruning public pure push pushing python quality quantifying quantitative
    quantization quantized quantum queries query question questions queue queues quiz race radio random randomized
    ranking rapid rate ray reaction reading readings ready real reality reasoning recap recitation recognition
    recommendation recommender recommendations reconfigurable reconstruction recovery rectified recurrent recursion
    recursive reduce reducing reduction redundancy redundant reference references reflections register regression
    regret regularization reinforcement relation relational relations relaxed reliability reliable remarks remote
    removing rendering replicated replication report representation representations representing representative
    request requests research residual resilience resilient resolution resource resources responsible restoration
    rethinking retrieval retraining retrospective reusing review reviews revisited revisiting revolution risk risks
    robot robotics robots robust robustness role rounding routing row rule rules run runtime runtimes safe safety
    sample samples sampling scalability scalable scale scaling scan scene schedule scheduler schedulers scheduling
    schema science scientific score search searching secret secure securing security seeing segmentation selection
    selective self semantic semantics semi sensing sensitive sensitivity sensor sensors sentence sentiment
    separation sequence sequences sequential serializability serializable server serverless servers service services
    serving session set sets shape shaping shared sharing short shot showing side signal signals signing similarity
    simple simplicity simplified simulating simulation simulator single size sketch sketches sketching slam sleep
    slides slo small smart smarter social society software solution solutions solver solvers solving source space
    sparse sparsity spatial speaking special specialized specification specifications spectral speculation
    speculative speech speed speedup speeding spring squeezing stability stack stacked stale standard state stateful
    stateless states static statistical statistics stealing step stereo stochastic storage store stores storm
    strategies strategy stream streaming streams string strong structural structure structured structures student
    students studies study style submission suite super supercomputer supercomputers supercomputing supervised
    supervision supply support supporting surface survey surveys survival sustainable symbolic synchronization
    synchronous syntax synthesis synthesizing synthetic system systematic systems table tables tackling tail tale
    taming task tasks taxonomy teaching technical technique techniques technologies technology temporal tenant
    tensor tensors term test testing text theorem theoretical theories theory things thinking thread
    threads throughput time times timing tiny tips token tokens tolerance tolerant tool tools topic topics topology
    toward towards trace traces tracing tracking trade tradeoffs traffic train training transaction transactional
    transactions transfer transformation transformer transformers transforming transforms transistor translation
    transparent transport tree trees trends trillion trust trusted truth tuning tuples turing tutorial types
    uncertainty understanding unified unifying unit universal universe unleashing unlearning unlocking unsupervised
    update updates usable usage use user users using utility utilization validation value values variable variables
    variance variational vector vectors verifiable verification verified verifying versatile version vertical via
    video videos view views virtual virtualization virtualized visibility vision visual visualization visualizing
    vulnerabilities vulnerability wafer wait wall warehouse watch weak web weight weights welcome wide wild wireless
    word words work workers workflow workflows working workload workloads workshop world worst writing year zero zoo
    abstract acm ieee usenix neurips icml iclr nips osdi sosp nsdi eurosys sigmod vldb asplos isca hpca micro
    proceedings symposium journal transactions magazine edition vol volume chapter press act acts age alive america
    american ancient animals anthropology argument arguments atlas autumn beauty beginning being bible biology birth
    black blood body book books border brain breakthrough british business capital capitalism catastrophe cause
    causes century character children china chinese christian church cities city civil civilization class classic
    classical climate cold college colonial comedy community companion comparative consciousness constitution
    consumer corporate crisis criticism cultural culture cultures death debate democracy dialogue discipline
    discourse disease doctrine drama dream dreams earth east eastern ecology economic education empire enlightenment
    epic epistemology essay essays ethnic europe european evidence evil evolutionary existence faith family fear
    feminism fiction film folk food form forms freedom french gender genealogy genre german germany ghost gift gods
    gospel governance government greece greek guilt happiness health heaven hell hero heroes historical home hope
    house humanities humanity hunger identity ideology immigration imperial income india industrial industry
    inequality institution institutions invention invisible islam islamic japan japanese jewish jews journey justice
    king kingdom knowledge labor land landscape latin legal legend letter letters liberal liberalism liberty life
    literary literature logic london love magic man mankind manifesto marriage marxism masculinity mass material
    matter medical medicine medieval memoir memories mental method middle migration mind minds minority miracle
    mirror modernism modernity money moon moral morality morals mother mountain movement museum myth mythology myths
    narrative narratives nation national nationalism nations nature night north novel nuclear ocean oral origin
    origins pain past pastoral peace peasants performance person philosophical philosophy photography physics planet
    play pleasure poem poems poet poetics poetry poets political politics popular population populism postcolonial
    postmodern poverty power pragmatism prehistory present prison professional property prophet protest psychology
    public punishment race racism reader realism reason rebellion reform reformation region religion religions
    religious renaissance republic resistance restoration revolt rhetoric rights ritual river rituals roman romance
    romantic romanticism rome rural russia russian sacred saints schools sciences sea secret secular self sex sexual
    sexuality silence silent sin slave slavery slaves sociology soldiers song soul sound south sovereignty soviet
    spirit spiritual stage stories story strange street struggle subject sublime success suffering summer sun
    symbols tale tales taste teachers television testament text theatre things thought thoughts tradition
    traditional traditions tragedy travel trial truth tyranny utopia village violence virtue voice voices war wars
    water wealth west western wilderness winter wisdom woman women wonder worker workers worlds youth
    """
)
